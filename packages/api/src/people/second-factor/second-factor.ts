import { readCode, type Instant } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { newSecret, stepOf, uriOf } from './totp.ts';

/** A code as a form sends it. */
export const codeSchema = z.object({
  code: z.string('required').trim().min(1, 'required').max(32, 'wrong_code'),
});

/** What an authenticator app is given, by scanning or by typing. */
export type Enrolment = { readonly secret: string; readonly uri: string };

export type SecondFactorState = {
  /** Since when codes of the app are asked for; null where none is set up. */
  readonly since: Instant | null;
  readonly recoveryCodesLeft: number;
};

/** What a person has set up. */
export async function readSecondFactor(
  house: Pick<House, 'db'>,
  staffId: string,
): Promise<SecondFactorState> {
  const { prisma } = house.db;
  const [row, recoveryCodesLeft] = await Promise.all([
    prisma.secondFactor.findUnique({ where: { staffId } }),
    prisma.recoveryCode.count({ where: { staffId } }),
  ]);
  return { since: row?.confirmedAt?.toISOString() ?? null, recoveryCodesLeft };
}

/** The secret that waits for its first code; null where none does. */
export async function readEnrolment(house: House, staffId: string): Promise<Enrolment | null> {
  const row = await house.db.prisma.secondFactor.findUnique({
    where: { staffId, confirmedAt: null },
    include: { staff: true },
  });
  if (row === null) return null;
  const secret = house.keyring.open(row.sealedSecret, secondFactorContext(staffId), row.keyId);
  return { secret, uri: uriOf(secret, row.staff.login) };
}

/** Makes a new secret that counts once a code of it is given, in place of one that waits. One that counts stays as it is. */
export async function beginEnrolment(house: House, staffId: string): Promise<void> {
  const sealedSecret = Uint8Array.from(house.keyring.seal(newSecret(), secondFactorContext(staffId)));
  const { keyId } = house.keyring;
  await house.db.prisma.secondFactor.deleteMany({ where: { staffId, confirmedAt: null } });
  await house.db.prisma.secondFactor.createMany({
    data: [{ staffId, sealedSecret, keyId, createdAt: house.now() }],
    skipDuplicates: true,
  });
}

/** Whether `code` is of the secret that waits; from then on it counts. */
export async function takeFirstCode(house: House, staffId: string, typed: string): Promise<boolean> {
  const step = await fittingStep(house, staffId, typed);
  if (step === null) return false;
  const { count } = await house.db.prisma.secondFactor.updateMany({
    where: { staffId, confirmedAt: null },
    data: { confirmedAt: house.now(), lastStep: step },
  });
  return count === 1;
}

/** Whether `typed` is a code of the app that was not taken yet, or a recovery code, which is used up by this. */
export async function takeCode(house: House, staffId: string, typed: string): Promise<boolean> {
  const { prisma } = house.db;
  if (readCode(typed)?.kind === 'recovery') {
    const { count } = await prisma.recoveryCode.deleteMany({
      where: { staffId, codeHash: recoveryHash(house, staffId, readCode(typed)?.code ?? '') },
    });
    return count === 1;
  }
  const step = await fittingStep(house, staffId, typed);
  if (step === null) return false;
  // Of two at the same moment with the same code one is let in.
  const { count } = await prisma.secondFactor.updateMany({
    where: { staffId, NOT: { confirmedAt: null }, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  return count === 1;
}

/** What the database keeps of a recovery code. */
export function recoveryHash(house: House, staffId: string, code: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(house.keyring.keyedHash('once', `recovery:${staffId}:${code}`));
}

async function fittingStep(house: House, staffId: string, typed: string): Promise<number | null> {
  const read = readCode(typed);
  const row = await house.db.prisma.secondFactor.findUnique({ where: { staffId } });
  if (row === null || read?.kind !== 'app') return null;
  const secret = house.keyring.open(row.sealedSecret, secondFactorContext(staffId), row.keyId);
  return stepOf(secret, read.code, house.now());
}

/** The context that binds a sealed secret to the person it is of. */
export function secondFactorContext(staffId: string): string {
  return `second_factor:${staffId}`;
}
