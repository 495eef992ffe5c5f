import {
  insertContactChange,
  loadComplaint,
  phoneHash,
  queueMessage,
  readContact,
  saveChange,
} from '@bihuan/db';
import { CONTACT_FIELDS, fillOpen, NO_OPEN_VALUES, type Actor, type ContactField } from '@bihuan/domain';
import { z } from 'zod';
import { email, phone } from '../../complaint/contact-fields.ts';
import type { House } from '../../house.ts';
import { choice, parseInput } from '../../parse-input.ts';
import { badInput, done, refusal, type Result } from '../../result.ts';
import { CODE_MINUTES, contactCode, contactCodeHash } from './contact-code.ts';
import { countContactCode } from './contact-change-limit.ts';
import { mayCorrectContact } from './contact-reach.ts';

/** The words of the message, in the language of the page; `{code}` stands for the code. */
export type ContactCodeWords = {
  readonly locale: 'zh-CN' | 'en';
  readonly subject: string;
  readonly mail: string;
  readonly sms: string;
};

const schema = z.discriminatedUnion('field', [
  z.object({ complaintId: z.uuid('required'), field: z.literal('phone'), value: phone }),
  z.object({ complaintId: z.uuid('required'), field: z.literal('email'), value: email }),
]);
const fieldSchema = z.object({ field: choice(CONTACT_FIELDS) });

/**
 * Asks for a new phone number or e-mail address. It counts only once the code that is sent there came back; until then the
 * old one stays in use. A change asked for before falls away. `contact_unchanged`, `too_many_tries` with the minutes to wait.
 */
export async function askContactChange(
  house: House,
  actor: Actor,
  raw: unknown,
  words: ContactCodeWords,
): Promise<Result<{ readonly field: ContactField; readonly minutes: number }>> {
  const named = parseInput(fieldSchema, raw);
  if (!named.ok) return named;
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { complaintId, field, value } = parsed.value;
  const complaint = (await loadComplaint(house.db, complaintId))?.state;
  if (complaint === undefined || !(await mayCorrectContact(house, actor, complaint)))
    return refusal('not_found');
  if (value === '') return badInput({ value: 'required' });
  if (field === 'phone' && !isMobile(value)) return badInput({ value: 'phone_malformed' });
  const contact = await readContact(house.db, complaintId, house.keyring);
  if (contact?.[field] === value) return refusal('contact_unchanged');
  const wait = await countContactCode(house, complaintId, recipientHash(house, field, value));
  if (wait > 0) return refusal('too_many_tries', { minutes: Math.ceil(wait / 60) });
  const [id, code, askedAt] = [house.newId(), contactCode(house), house.now()];
  const minutes = CODE_MINUTES[field];
  const expiresAt = new Date(Date.parse(askedAt) + minutes * 60_000).toISOString();
  const codeHash = contactCodeHash(house, id, code);
  const askedById = actor.kind === 'staff' ? actor.staffId : null;
  const say = (text: string) => fillOpen(text.replaceAll('{code}', code), NO_OPEN_VALUES);
  const text =
    field === 'phone'
      ? ({ channel: 'sms', subject: '', body: say(words.sms) } as const)
      : ({ channel: 'email', subject: say(words.subject), body: say(words.mail) } as const);
  const message = {
    ...{ id: house.newId(), occasion: `contact:${id}`, complaintId, staffId: null, audience: 'complainant' },
    ...{
      template: 'contact_code',
      locale: words.locale,
      recipient: value,
      rulesVersion: 0,
      createdAt: askedAt,
    },
    ...text,
  };
  const saved = await saveChange(house.db, {
    statements: [
      ...insertContactChange(
        { id, complaintId, field, value, codeHash, askedAt, askedById, expiresAt },
        house.keyring,
      ),
      queueMessage(message, house.keyring),
    ],
  });
  if (!saved.ok) throw new Error(`a contact change was refused by ${saved.conflict}`);
  return done({ field, minutes });
}

/** No code reaches a landline. */
function isMobile(phoneNumber: string): boolean {
  return /^(\+?86)?1[3-9]\d{9}$/.test(phoneNumber.replaceAll(/[\s()（）-]/g, ''));
}

function recipientHash({ keyring }: House, field: ContactField, value: string): string {
  const hash =
    field === 'phone' ? phoneHash(value, keyring) : keyring.keyedHash('email', value.toLowerCase());
  return hash.toString('base64url');
}
