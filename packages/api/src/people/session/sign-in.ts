import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import { noteStaffAddress } from '../../complaint/rating-review/rating-trace.ts';
import { admitSignIn, forgetTries } from './sign-in-limits.ts';
import { fitsPassword } from './password.ts';
import { staffSessions } from './staff-sessions.ts';

const credentials = z.object({
  login: z.string('required').trim().min(1, 'required').max(64, 'too_long').toLowerCase(),
  password: z.string('required').min(1, 'required').max(128, 'too_long'),
});

export type SignInFrom = {
  readonly address: string;
  readonly userAgent: string;
  /** The session of the cookie that came along; it ends, so that every sign-in gets a new id. */
  readonly earlierSessionId?: string | undefined;
  /** Lets milliseconds pass; tests do not wait. */
  readonly pause?: (ms: number) => Promise<unknown>;
};

/**
 * Signs a person in and returns the id for the cookie. Unknown login, wrong password and a person who left are one refusal,
 * `wrong_credentials`, after the same time. `too_many_tries` where this address tried too often.
 */
export async function signIn(
  house: House,
  raw: unknown,
  { address, userAgent, earlierSessionId, pause = wait }: SignInFrom,
): Promise<Result<{ readonly sessionId: string; readonly locale: string }>> {
  const parsed = parseInput(credentials, raw);
  if (!parsed.ok) return parsed;
  const { login, password } = parsed.value;
  const { isAdmitted, waitMs } = await admitSignIn(house, login, address);
  await pause(waitMs);
  if (!isAdmitted) return refusal('too_many_tries');
  const staff = await house.db.prisma.staff.findUnique({ where: { login } });
  const fits = await fitsPassword(staff?.passwordHash ?? null, password);
  if (staff === null || !staff.isActive || !fits) return refusal('wrong_credentials');
  const sessions = staffSessions(house);
  if (earlierSessionId !== undefined) await sessions.invalidateSession(earlierSessionId);
  const { id } = await sessions.createSession(staff.id, {
    createdAt: new Date(),
    userAgent: userAgent.slice(0, 200),
  });
  await forgetTries(house, login, address);
  await noteStaffAddress(house, address);
  return done({ sessionId: id, locale: staff.locale });
}
