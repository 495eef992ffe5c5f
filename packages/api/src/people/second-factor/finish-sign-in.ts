import { setTimeout as wait } from 'node:timers/promises';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { badInput, done, refusal, type Result } from '../../result.ts';
import { openSession, type OpenedSession, type SignInFrom } from '../session/open-session.ts';
import { admitSignIn, forgetTries } from '../session/sign-in-limits.ts';
import { endHalf, readHalf } from './half-sign-in.ts';
import { codeSchema, takeCode, takeFirstCode } from './second-factor.ts';

/**
 * The second half of signing in: a code of the app, a recovery code, or the first code of an app that was just set up. Guessing
 * is slowed and limited as for passwords. `sign_in_over` where the password was given too long ago.
 */
export async function finishSignIn(
  house: House,
  raw: unknown,
  halfId: string | undefined,
  from: SignInFrom,
): Promise<Result<OpenedSession>> {
  const parsed = parseInput(codeSchema, raw);
  if (!parsed.ok) return parsed;
  const half = await readHalf(house, halfId);
  if (half === null || halfId === undefined) return refusal('sign_in_over');
  const tried = `code:${half.staffId}`;
  const { isAdmitted, waitMs } = await admitSignIn(house, tried, from.address);
  await (from.pause ?? wait)(waitMs);
  if (!isAdmitted) return refusal('too_many_tries');
  const take = half.step === 'enrol' ? takeFirstCode : takeCode;
  if (!(await take(house, half.staffId, parsed.value.code))) return badInput({ code: 'wrong_code' });
  await endHalf(house, halfId);
  await forgetTries(house, tried, from.address);
  return done(await openSession(house, { id: half.staffId, locale: half.locale }, from));
}
