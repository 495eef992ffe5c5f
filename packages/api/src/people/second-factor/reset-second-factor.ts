import { changeData } from '@bihuan/db';
import { hasRole, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import { changeBy, reasonOfChange } from '../../configuration/record-change.ts';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { badInput, done, refusal, type Result } from '../../result.ts';

const schema = z.object({ staffId: z.uuid('unknown_staff'), reason: reasonOfChange });

/**
 * For somebody who lost phone and recovery codes: takes the second factor away and signs them out everywhere, so that they set
 * up another one. For system admins, not for themselves, with a reason that is kept.
 */
export async function resetSecondFactor(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly id: string }>> {
  if (!hasRole(actor, 'system_admin')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { staffId, reason } = parsed.value;
  const { prisma } = house.db;
  const staff = await prisma.staff.findUnique({ where: { id: staffId }, include: { secondFactor: true } });
  if (staff === null) return badInput({ staffId: 'unknown_staff' });
  if (actor.kind === 'staff' && actor.staffId === staffId) return refusal('not_for_oneself');
  if (!staff.secondFactor?.confirmedAt) return refusal('no_second_factor');
  const change = changeBy(house, actor, {
    ...{ subject: 'staff', subjectId: staff.login, reason },
    before: { secondFactor: true },
    after: { secondFactor: false },
  });
  await prisma.$transaction([
    prisma.secondFactor.deleteMany({ where: { staffId } }),
    prisma.recoveryCode.deleteMany({ where: { staffId } }),
    prisma.session.deleteMany({ where: { staffId } }),
    prisma.halfSignIn.deleteMany({ where: { staffId } }),
    prisma.configurationChange.create({ data: changeData(change) }),
  ]);
  return done({ id: staffId });
}
