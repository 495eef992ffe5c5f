import { NOTICE_MODES, readStaffNoticeChoice, saveStaffNoticeChoice, type NoticeMode } from '@bihuan/db';
import { DUTY_NOTICES, STAFF_NOTICES, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { choice as oneOf, parseInput, typedText } from '../parse-input.ts';
import { confirmPassword } from '../people/session/confirm-password.ts';
import { done, refusal, type Result } from '../result.ts';

/** How somebody of the staff is told. Their own addresses, shown to nobody else. */
export type StaffChoice = {
  readonly email: string;
  readonly phone: string;
  readonly mode: NoticeMode;
  readonly muted: readonly string[];
};

/** What may be kept out of one's own bell; what one has to do is not among it. */
export const MUTABLE_NOTICES = STAFF_NOTICES.filter((one) => !DUTY_NOTICES.includes(one) && one !== 'digest');

const email = typedText(0, 200).refine(
  (text) => text === '' || z.email().safeParse(text).success,
  'email_malformed',
);
const phone = typedText(0, 30).refine(
  (text) => text === '' || /^\+?[\d\s-]{5,25}$/.test(text),
  'phone_malformed',
);

const schema = z.object({
  email: email.default(''),
  phone: phone.default(''),
  mode: oneOf(NOTICE_MODES),
  /** Asked for where the mailbox changes: links that set a new password go there. */
  currentPassword: z.string('required').max(128, 'too_long').default(''),
  muted: z.array(oneOf(MUTABLE_NOTICES as [string, ...string[]]), 'not_a_choice').default([]),
});

export async function readStaffChoice(house: House, actor: Actor): Promise<Result<StaffChoice>> {
  if (actor.kind !== 'staff') return refusal('not_found');
  return done(await readStaffNoticeChoice(house.db, actor.staffId, house.keyring));
}

/** Chooses for oneself. */
export async function saveStaffChoice(house: House, actor: Actor, raw: unknown): Promise<Result<null>> {
  if (actor.kind !== 'staff') return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { currentPassword, ...choice } = parsed.value;
  const before = await readStaffNoticeChoice(house.db, actor.staffId, house.keyring);
  if (choice.email !== before.email) {
    const doubt = await confirmPassword(house, actor, currentPassword);
    if (doubt !== null) return doubt;
  }
  await saveStaffNoticeChoice(house.db, actor.staffId, choice, house.now(), house.keyring);
  return done(null);
}
