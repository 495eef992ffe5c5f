import { coverageComplaints, coverageItems, readOffice, type CoverageCandidate } from '@bihuan/db';
import { gapsOf, hasRole, type Actor, type Gap } from '@bihuan/domain';
import type { House } from '../house.ts';
import { deadlinesOf } from '../policy/rules-in-force.ts';
import { done, refusal, type Result } from '../result.ts';

export type UncoveredLine = CoverageCandidate & { readonly gaps: readonly Gap[] };

/** No more than these of each kind: the page should be empty. */
const MOST = 200;

/** Everything open that has no owner, no clock or no next step, and why. For triage admins, leaders and auditors. */
export async function readCoverage(
  house: House,
  actor: Actor,
): Promise<Result<{ readonly lines: readonly UncoveredLine[]; readonly isCapped: boolean }>> {
  if (!hasRole(actor, 'triage_admin', 'leader', 'auditor')) return refusal('not_found');
  const [office, { maxReturns }] = await Promise.all([readOffice(house.db), deadlinesOf(house)]);
  const [complaints, items] = await Promise.all([
    coverageComplaints(house.db, office, MOST),
    coverageItems(house.db, office, MOST),
  ]);
  const lines = [...complaints, ...items]
    .map((line) => ({ ...line, gaps: gapsOf(line, office, maxReturns) }))
    .filter(({ gaps }) => gaps.length > 0);
  return done({ lines, isCapped: complaints.length === MOST || items.length === MOST });
}
