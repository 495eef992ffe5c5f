import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import { beginHalf, nextStepOf, type NextStep } from '../second-factor/half-sign-in.ts';
import { beginEnrolment } from '../second-factor/second-factor.ts';
import { openSession, type OpenedSession, type SignInFrom } from './open-session.ts';
import { fitsPassword } from './password.ts';
import { admitSignIn, forgetTries } from './sign-in-limits.ts';

const credentials = z.object({
  login: z.string('required').trim().min(1, 'required').max(64, 'too_long').toLowerCase(),
  password: z.string('required').min(1, 'required').max(128, 'too_long'),
});

/** Either in, or half way: `halfId` is for a cookie, `step` what is still to be shown. */
export type SignIn =
  | ({ readonly step: null } & OpenedSession)
  | { readonly step: NextStep; readonly halfId: string };

/**
 * Signs a person in, or lets them go on to the second factor. Unknown login, wrong password and a person who left are one
 * refusal, `wrong_credentials`, after the same time. `too_many_tries` where this address tried too often.
 */
export async function signIn(house: House, raw: unknown, from: SignInFrom): Promise<Result<SignIn>> {
  const parsed = parseInput(credentials, raw);
  if (!parsed.ok) return parsed;
  const { login, password } = parsed.value;
  const { isAdmitted, waitMs } = await admitSignIn(house, login, from.address);
  await (from.pause ?? wait)(waitMs);
  if (!isAdmitted) return refusal('too_many_tries');
  const staff = await house.db.prisma.staff.findUnique({ where: { login } });
  const fits = await fitsPassword(staff?.passwordHash ?? null, password);
  if (staff === null || !staff.isActive || !fits) return refusal('wrong_credentials');
  await forgetTries(house, login, from.address);
  const step = await nextStepOf(house, staff);
  if (step === null) return done({ step, ...(await openSession(house, staff, from)) });
  if (step === 'enrol') await beginEnrolment(house, staff.id);
  return done({ step, halfId: await beginHalf(house, staff.id) });
}
