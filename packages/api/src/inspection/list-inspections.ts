import { readInspections, type ListedInspection } from '@bihuan/db';
import { hasRole, personsOf, unitsOf, type Actor } from '@bihuan/domain';
import type { House } from '../house.ts';
import { done, refusal, type Result } from '../result.ts';
import { seesAllInspections, seesOwnFindings } from './inspection-scope.ts';

export type InspectionList = {
  readonly rows: readonly ListedInspection[];
  readonly isCapped: boolean;
  readonly mayPlan: boolean;
};

const MOST = 200;

/** Special inspections as far as this person may see them; to a department only those that found something about it. */
export async function listInspections(house: House, actor: Actor): Promise<Result<InspectionList>> {
  if (actor.kind !== 'staff') return refusal('not_found');
  const rows = await readInspections(
    house.db,
    {
      seesAll: seesAllInspections(actor),
      seesOwn: seesOwnFindings(actor),
      unitIds: unitsOf(actor),
      personIds: personsOf(actor),
    },
    MOST + 1,
  );
  const mayPlan = hasRole(actor, 'triage_admin', 'leader');
  return done({ rows: rows.slice(0, MOST), isCapped: rows.length > MOST, mayPlan });
}
