import { queueMessage, saveChange } from '@bihuan/db';
import type { Actor, NoticeLocale, Template } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { choice, parseInput, typedText } from '../parse-input.ts';
import { badInput, done, refusal, type Result } from '../result.ts';
import { mayEditNotices } from './may-edit-notices.ts';
import { SAMPLE_VALUES } from './sample-values.ts';
import { parseTemplates } from './template-input.ts';
import { wordsOf } from './write-message.ts';

export type NoticePreview = Readonly<
  Record<NoticeLocale, { readonly subject: string; readonly body: string }>
>;

/** What the words as typed would look like, with a case that does not exist. Nothing is saved. */
export async function previewNotice(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<NoticePreview>> {
  if (!mayEditNotices(actor)) return refusal('not_found');
  const parsed = await parseTemplates(house, raw);
  if (!parsed.ok) return parsed;
  return done(
    Object.fromEntries(parsed.value.map((one) => [one.locale, filled(one)])) as unknown as NoticePreview,
  );
}

const tested = z.object({
  locale: choice(['zh-CN', 'en']),
  channel: choice(['email', 'sms', 'app']),
  recipient: typedText(3, 200),
});

/** Sends the words as typed, with a case that does not exist, to an address that was typed; seen in the outbox. */
export async function sendTestNotice(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly messageId: string }>> {
  if (!mayEditNotices(actor)) return refusal('not_found');
  const parsed = await parseTemplates(house, raw);
  if (!parsed.ok) return parsed;
  const test = parseInput(tested, raw);
  if (!test.ok) return test;
  const { locale, channel, recipient } = test.value;
  const isMail = channel === 'email';
  if (isMail && !z.email().safeParse(recipient).success) return badInput({ recipient: 'email_malformed' });
  if (!isMail && !/^\+?[\d\s-]{5,25}$/.test(recipient)) return badInput({ recipient: 'phone_malformed' });
  const template = parsed.value.find((one) => one.locale === locale);
  if (template === undefined || (template.kind === 'email') !== isMail)
    return badInput({ channel: 'not_a_choice' });
  const id = house.newId();
  const message = {
    ...{ id, occasion: `test:${id}`, complaintId: null, staffId: actor.staffId, audience: 'test' },
    ...{ template: template.event, locale, recipient, rulesVersion: 0, createdAt: house.now() },
    ...wordsOf(channel, template, SAMPLE_VALUES[locale]),
  };
  await saveChange(house.db, { statements: [queueMessage(message, house.keyring)] });
  return done({ messageId: id });
}

function filled(template: Template): { readonly subject: string; readonly body: string } {
  const channel = template.kind === 'email' ? 'email' : 'sms';
  const { subject, body } = wordsOf(channel, template, SAMPLE_VALUES[template.locale]);
  return { subject, body };
}
