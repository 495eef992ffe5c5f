import { changeData } from '@bihuan/db';
import { mustHaveSecondFactor, RECOVERY_CODES, recoveryCodeOf, type StaffActor } from '@bihuan/domain';
import { z } from 'zod';
import { changeBy } from '../../configuration/record-change.ts';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { badInput, done, refusal, type Result } from '../../result.ts';
import { confirmPassword } from '../session/confirm-password.ts';
import { admitSignIn } from '../session/sign-in-limits.ts';
import {
  beginEnrolment,
  codeSchema,
  readEnrolment,
  readSecondFactor,
  recoveryHash,
  takeFirstCode,
  type Enrolment,
  type SecondFactorState,
} from './second-factor.ts';
import { readSecondFactorRule } from './second-factor-rule.ts';

const passwordSchema = z.object({
  currentPassword: z.string('required').min(1, 'required').max(128, 'too_long'),
});

export type OwnSecondFactor = SecondFactorState & {
  /** Where an app waits for its first code. */
  readonly enrolment: Enrolment | null;
  /** Whether the house lets this person do without. */
  readonly mayRemove: boolean;
};

/** What somebody has set up for themselves. */
export async function readOwnSecondFactor(house: House, actor: StaffActor): Promise<OwnSecondFactor> {
  const [state, enrolment, rule] = await Promise.all([
    readSecondFactor(house, actor.staffId),
    readEnrolment(house, actor.staffId),
    readSecondFactorRule(house),
  ]);
  return { ...state, enrolment, mayRemove: !mustHaveSecondFactor(rule, actor.roles) };
}

/** Makes the secret for somebody's app. Asked for the password, so that nobody sets up another one at an open screen. */
export async function beginOwnSecondFactor(
  house: House,
  actor: StaffActor,
  raw: unknown,
): Promise<Result<null>> {
  const parsed = parseInput(passwordSchema, raw);
  if (!parsed.ok) return parsed;
  const doubt = await confirmPassword(house, actor, parsed.value.currentPassword);
  if (doubt !== null) return doubt;
  await beginEnrolment(house, actor.staffId);
  return done(null);
}

/** From a first right code on, codes are asked for at every sign-in. */
export async function confirmOwnSecondFactor(
  house: House,
  actor: StaffActor,
  raw: unknown,
): Promise<Result<null>> {
  const parsed = parseInput(codeSchema, raw);
  if (!parsed.ok) return parsed;
  const tried = `code:${actor.staffId}`;
  if (!(await admitSignIn(house, tried, tried)).isAdmitted) return refusal('too_many_tries');
  if (!(await takeFirstCode(house, actor.staffId, parsed.value.code)))
    return badInput({ code: 'wrong_code' });
  return done(null);
}

/** Ten new recovery codes, shown this once; those from before are void. Asked for the password; only with an app that counts. */
export async function renewRecoveryCodes(
  house: House,
  actor: StaffActor,
  raw: unknown,
): Promise<Result<{ readonly codes: readonly string[] }>> {
  const parsed = parseInput(passwordSchema, raw);
  if (!parsed.ok) return parsed;
  const doubt = await confirmPassword(house, actor, parsed.value.currentPassword);
  if (doubt !== null) return doubt;
  const { staffId } = actor;
  if ((await readSecondFactor(house, staffId)).since === null) return refusal('not_found');
  const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCodeOf(house.randomBytes(10)));
  const createdAt = house.now();
  await house.db.prisma.$transaction([
    house.db.prisma.recoveryCode.deleteMany({ where: { staffId } }),
    house.db.prisma.recoveryCode.createMany({
      data: codes.map((code) => ({
        ...{ staffId, createdAt },
        codeHash: recoveryHash(house, staffId, code.replace('-', '')),
      })),
    }),
  ]);
  return done({ codes });
}

/** Signs in by the password alone again. Asked for the password; refused where the house wants a second factor of them. */
export async function removeOwnSecondFactor(
  house: House,
  actor: StaffActor,
  raw: unknown,
): Promise<Result<null>> {
  const parsed = parseInput(passwordSchema, raw);
  if (!parsed.ok) return parsed;
  const doubt = await confirmPassword(house, actor, parsed.value.currentPassword);
  if (doubt !== null) return doubt;
  if (mustHaveSecondFactor(await readSecondFactorRule(house), actor.roles))
    return refusal('second_factor_required');
  const { staffId } = actor;
  const { prisma } = house.db;
  const staff = await prisma.staff.findUniqueOrThrow({ where: { id: staffId } });
  const change = changeBy(house, actor, {
    ...{ subject: 'staff', subjectId: staff.login, reason: '' },
    before: { secondFactor: true },
    after: { secondFactor: false },
  });
  await prisma.$transaction([
    prisma.secondFactor.deleteMany({ where: { staffId } }),
    prisma.recoveryCode.deleteMany({ where: { staffId } }),
    prisma.configurationChange.create({ data: changeData(change) }),
  ]);
  return done(null);
}
