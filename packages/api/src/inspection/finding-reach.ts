import { loadInspection, loadItem, type LoadedInspection } from '@bihuan/db';
import { unitsOf, type Actor, type FindingEvidence } from '@bihuan/domain';
import type { House } from '../house.ts';
import { seesItem } from '../supervision/item-scope.ts';
import { inspectionReach } from './inspection-scope.ts';

/**
 * How somebody sees the files of a finding. all: as the team put them there · shown: without what tells who came, for the
 * department once the report is approved, and for whoever sees the item that came of the finding.
 */
export type FindingReach = 'all' | 'shown' | 'nothing';

/** How this person sees the files of a finding, whose inspection is given or looked up. */
export async function findingReach(
  house: House,
  actor: Actor,
  { inspectionId, ref }: Pick<FindingEvidence, 'inspectionId' | 'ref'>,
  loaded?: LoadedInspection | null,
): Promise<FindingReach> {
  const inspection = (loaded ?? (await loadInspection(house.db, inspectionId)))?.state;
  const finding = inspection?.findings.find(({ id }) => id === ref);
  if (inspection === undefined || finding === undefined || actor.kind !== 'staff') return 'nothing';
  const reach = inspectionReach(actor, inspection);
  if (reach === 'all') return 'all';
  const isOwn = finding.withdrawn === null && unitsOf(actor).includes(finding.departmentId);
  if (reach === 'own' && isOwn) return 'shown';
  const item = finding.item === null ? null : await loadItem(house.db, finding.item.id);
  return item !== null && seesItem(actor, item.state) ? 'shown' : 'nothing';
}
