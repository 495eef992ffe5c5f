import { setTimeout as wait } from 'node:timers/promises';
import { queueMessage, readStaffNoticeChoice, saveChange } from '@bihuan/db';
import { fillOpen, NO_OPEN_VALUES } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { limiterOf, takeOne } from '../../limiter.ts';
import { parseInput } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import { sessionHash } from '../session/session-adapter.ts';

/** How long a link holds. */
export const RESET_MINUTES = 30;

/** Asking takes this long for everybody, so that the time does not tell whether there is such an account. */
const TAKES_MS = 400;
const HOUR_S = 3_600;

const schema = z.object({
  login: z.string('required').trim().min(1, 'required').max(64, 'too_long').toLowerCase(),
});

/** The words of the mail in the language of the page; `{link}` stands for the address. */
export type PasswordResetWords = {
  readonly locale: 'zh-CN' | 'en';
  readonly subject: string;
  readonly mail: string;
};

export type PasswordResetFrom = {
  readonly address: string;
  /** Makes the address of the page from a token. */
  linkOf(token: string): string;
  readonly pause?: (ms: number) => Promise<unknown>;
};

/**
 * Sends a link to the work mailbox of an account, if there is such an account and it has one. Whoever asks is told the same, after
 * the same time. `too_many_tries` where this address asked too often; an account gets three mails an hour at most.
 */
export async function askPasswordReset(
  house: House,
  raw: unknown,
  words: PasswordResetWords,
  { address, linkOf, pause = wait }: PasswordResetFrom,
): Promise<Result<null>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const began = performance.now();
  const hash = (text: string) => house.keyring.keyedHash('address', `reset:${text}`).toString('base64url');
  const byAddress = limiterOf(house, 'reset_address', { points: 10, duration: HOUR_S });
  if ((await takeOne(byAddress, hash(address))) !== null) return refusal('too_many_tries');
  const byAccount = limiterOf(house, 'reset_account', { points: 3, duration: HOUR_S });
  if ((await takeOne(byAccount, hash(parsed.value.login))) === null)
    await send(house, parsed.value.login, words, linkOf);
  await pause(Math.max(0, TAKES_MS - (performance.now() - began)));
  return done(null);
}

async function send(
  house: House,
  login: string,
  words: PasswordResetWords,
  linkOf: PasswordResetFrom['linkOf'],
): Promise<void> {
  const { prisma } = house.db;
  const staff = await prisma.staff.findUnique({ where: { login } });
  if (staff === null || !staff.isActive) return;
  const { email } = await readStaffNoticeChoice(house.db, staff.id, house.keyring);
  if (email === '') return;
  const token = Buffer.from(house.randomBytes(32)).toString('base64url');
  const createdAt = house.now();
  const expiresAt = new Date(Date.parse(createdAt) + RESET_MINUTES * 60_000);
  await prisma.passwordReset.deleteMany({
    where: { OR: [{ staffId: staff.id }, { expiresAt: { lte: createdAt } }] },
  });
  await prisma.passwordReset.create({
    data: { idHash: sessionHash(token), staffId: staff.id, createdAt, expiresAt },
  });
  const id = house.newId();
  const message = {
    ...{ id, occasion: `password:${id}`, complaintId: null, staffId: staff.id, audience: 'staff' },
    ...{ template: 'password_reset', locale: words.locale, recipient: email, rulesVersion: 0, createdAt },
    channel: 'email' as const,
    subject: fillOpen(words.subject, NO_OPEN_VALUES),
    body: words.mail.replaceAll('{link}', linkOf(token)),
  };
  const saved = await saveChange(house.db, { statements: [queueMessage(message, house.keyring)] });
  if (!saved.ok) throw new Error(`a password mail was refused by ${saved.conflict}`);
}
