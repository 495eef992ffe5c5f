import { readAdjustmentRows, type ListedAdjustment } from '@bihuan/db';
import { hasRole, personsOf, unitsOf, type StaffActor } from '@bihuan/domain';
import type { House } from '../../house.ts';

/** Lines by hand that wait for the signature of this person: another proposed them, for a department that is not theirs. */
export async function waitingAdjustments(
  house: House,
  actor: StaffActor,
): Promise<readonly ListedAdjustment[]> {
  if (!hasRole(actor, 'appraisal_admin', 'leader')) return [];
  const rows = await readAdjustmentRows(house.db, '');
  return rows.filter(
    ({ status, proposedById, departmentId }) =>
      status === 'proposed' &&
      !personsOf(actor).includes(proposedById) &&
      !unitsOf(actor).includes(departmentId),
  );
}
