import { mustHaveSecondFactor, type Role } from '@bihuan/domain';
import type { House } from '../../house.ts';
import { sessionHash } from '../session/session-adapter.ts';
import { readEnrolment, type Enrolment } from './second-factor.ts';
import { readSecondFactorRule } from './second-factor-rule.ts';

/** What is still to be shown after the password: a code, or first an app that makes codes. */
export type NextStep = 'code' | 'enrol';

/** How long a right password waits for the second factor. */
const PATIENCE_MS = 10 * 60_000;

export type HalfSignIn = {
  readonly staffId: string;
  readonly locale: string;
  readonly step: NextStep;
  /** Where the app is still to be set up. */
  readonly enrolment: Enrolment | null;
};

/** What a person has to show after the password; null where the password is enough. */
export async function nextStepOf(
  house: Pick<House, 'db'>,
  staff: { readonly id: string; readonly roles: readonly string[] },
): Promise<NextStep | null> {
  const factor = await house.db.prisma.secondFactor.findUnique({ where: { staffId: staff.id } });
  if (factor?.confirmedAt) return 'code';
  const rule = await readSecondFactorRule(house);
  return mustHaveSecondFactor(rule, staff.roles as readonly Role[]) ? 'enrol' : null;
}

/** Remembers that the password was right, for ten minutes. The id is for a cookie; the database holds its hash. */
export async function beginHalf(house: House, staffId: string): Promise<string> {
  const id = Buffer.from(house.randomBytes(32)).toString('base64url');
  const createdAt = house.now();
  const expiresAt = new Date(Date.parse(createdAt) + PATIENCE_MS);
  await house.db.prisma.halfSignIn.deleteMany({ where: { expiresAt: { lte: createdAt } } });
  await house.db.prisma.halfSignIn.create({
    data: { idHash: sessionHash(id), staffId, createdAt, expiresAt },
  });
  return id;
}

/** Who the id of a cookie stands for, and what they have to show; null where it is unknown or too old. */
export async function readHalf(house: House, halfId: string | undefined): Promise<HalfSignIn | null> {
  if (halfId === undefined || halfId.length > 100) return null;
  const row = await house.db.prisma.halfSignIn.findUnique({
    where: { idHash: sessionHash(halfId), expiresAt: { gt: house.now() }, staff: { isActive: true } },
    include: { staff: true },
  });
  if (row === null) return null;
  const step = await nextStepOf(house, row.staff);
  // Neither is asked for any more: the person begins anew.
  if (step === null) return null;
  const enrolment = step === 'enrol' ? await readEnrolment(house, row.staffId) : null;
  return { staffId: row.staffId, locale: row.staff.locale, step, enrolment };
}

/** Forgets it, once it was used or given up. */
export async function endHalf(house: Pick<House, 'db'>, halfId: string): Promise<void> {
  await house.db.prisma.halfSignIn.deleteMany({ where: { idHash: sessionHash(halfId) } });
}
