import { changeData } from '@bihuan/db';
import { hasRole, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import { changeBy, reasonOfChange } from '../../configuration/record-change.ts';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { badInput, done, refusal, type Result } from '../../result.ts';

const schema = z.object({ staffId: z.uuid('unknown_staff'), reason: reasonOfChange });

/**
 * Signs somebody out on every device, as when one was lost. For system admins, with a reason that is kept; the person stays
 * who they are and may sign in again.
 */
export async function signOutEverywhere(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly ended: number }>> {
  if (!hasRole(actor, 'system_admin')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { staffId, reason } = parsed.value;
  return house.db.prisma.$transaction(async (tx) => {
    const staff = await tx.staff.findUnique({ where: { id: staffId } });
    if (staff === null) return badInput({ staffId: 'unknown_staff' });
    await tx.halfSignIn.deleteMany({ where: { staffId } });
    const { count: ended } = await tx.session.deleteMany({ where: { staffId } });
    const change = changeBy(house, actor, {
      ...{ subject: 'staff', subjectId: staff.login, reason },
      before: { sessions: ended },
      after: { sessions: 0 },
    });
    if (ended > 0) await tx.configurationChange.create({ data: changeData(change) });
    return done({ ended });
  });
}
