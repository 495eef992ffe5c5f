import { plannedDepartmentChanges, readSuccession, type PlannedDepartmentChange } from '@bihuan/db';
import {
  localDateOf,
  type Actor,
  type DepartmentChange,
  type DepartmentChangeRefusal,
  type Succeeded,
} from '@bihuan/domain';
import type { House } from '../../house.ts';
import { done, refusal, type Result } from '../../result.ts';
import { applyDepartmentChanges } from './apply-department-changes.ts';

type Planned = Omit<DepartmentChange, 'id'> &
  (
    | { readonly kind: 'name'; readonly names: { readonly name: string; readonly nameEn: string } }
    | { readonly kind: 'end'; readonly successorId: string | null }
  );

/**
 * Writes down what is to become of a department on a day, where nothing stands against it; what is due today or was due before comes
 * at once. Two who plan at the same time are heard one after the other.
 */
export async function planChange(
  house: House,
  actor: Actor,
  planned: Planned & { readonly reason: string },
  faultOf: (
    departments: ReadonlyMap<string, Succeeded>,
    others: readonly PlannedDepartmentChange[],
  ) => Promise<DepartmentChangeRefusal | null>,
): Promise<Result<{ readonly id: string }>> {
  const id = house.newId();
  const fault = await house.db.prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM department ORDER BY id FOR UPDATE`;
    const db = { prisma: tx as unknown as House['db']['prisma'] };
    const found = await faultOf(await readSuccession(db), await plannedDepartmentChanges(db));
    if (found !== null) return found;
    const { departmentId, on, reason, kind } = planned;
    await tx.departmentChangeRow.create({
      data: {
        ...{ id, departmentId, kind, reason, onDay: new Date(on), createdAt: house.now() },
        createdById: actor.kind === 'staff' ? actor.staffId : null,
        ...(planned.kind === 'name' ? planned.names : { successorId: planned.successorId }),
      },
    });
    return null;
  });
  if (fault !== null) return refusal(fault);
  if (planned.on <= localDateOf(house.now())) await applyDepartmentChanges(house);
  return done({ id });
}
