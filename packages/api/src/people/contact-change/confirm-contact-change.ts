import { timingSafeEqual } from 'node:crypto';
import {
  countWrongCode,
  loadComplaint,
  readContact,
  replaceContact,
  settleContactChange,
  waitingChanges,
} from '@bihuan/db';
import { CONTACT_FIELDS, type Actor, type ContactField } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { choice, parseInput, typedText } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import { retrying, Work } from '../../work.ts';
import { contactCodeHash, MOST_WRONG_CODES, typedDigits } from './contact-code.ts';
import { mayCorrectContact } from './contact-reach.ts';

const schema = z.object({
  complaintId: z.uuid('required'),
  field: choice(CONTACT_FIELDS),
  code: typedText(1, 20),
});

/**
 * Puts a new phone number or address in the place of the old one, after the code that was sent there came back. On record is
 * that it was corrected and by whom, never what it was or is. `contact_code_gone`: nothing waits, or no more;
 * `contact_code_wrong` with the tries that are left.
 */
export async function confirmContactChange(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly field: ContactField }>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { complaintId, field, code } = parsed.value;
  const complaint = (await loadComplaint(house.db, complaintId))?.state;
  if (complaint === undefined || !(await mayCorrectContact(house, actor, complaint)))
    return refusal('not_found');
  const now = house.now();
  const waiting = await waitingChanges(house.db, complaintId, now, house.keyring);
  const change = waiting.find((one) => one.field === field);
  if (change === undefined) return refusal('contact_code_gone');
  const hash = contactCodeHash(house, change.id, typedDigits(code));
  if (!timingSafeEqual(hash, change.codeHash)) {
    const tries = await countWrongCode(house.db, change.id, MOST_WRONG_CODES, now);
    if (tries >= MOST_WRONG_CODES) return refusal('contact_code_gone');
    return refusal('contact_code_wrong', { left: MOST_WRONG_CODES - tries });
  }
  return retrying(async () => {
    const work = new Work(house, actor);
    const corrected = await work.commandComplaint(complaintId, { type: 'correct_contact', field });
    if (!corrected.ok) return corrected;
    const kept = (await readContact(house.db, complaintId, house.keyring)) ?? NOTHING_KEPT;
    const contact = { ...kept, [field]: change.value };
    const saved = await work.save([
      replaceContact(complaintId, contact, house.keyring),
      settleContactChange(change.id, 'confirmed', now),
    ]);
    return saved.ok ? done({ field }) : saved;
  });
}

const NOTHING_KEPT = { name: '', phone: '', email: '', locale: 'zh-CN', representative: null };
