import { isComplaintInScope, loadComplaint, loadItem } from '@bihuan/db';
import { concernedDepartmentIds, unitsOf, type Actor } from '@bihuan/domain';
import { complaintScope, isBehindFirewall } from '../complaint/complaint-scope.ts';
import type { House } from '../house.ts';

/**
 * How much of the files of a complaint somebody sees. own: the complainant, what they sent · office: all of them, covered
 * where they were covered · released: a department, only what it was given.
 */
export type FileReach = 'nothing' | 'own' | 'office' | 'released';

/** Whoever belongs to a department concerned is kept behind the identity firewall, whatever other role they have. */
export async function fileReach(house: House, actor: Actor, complaintId: string): Promise<FileReach> {
  if (actor.kind === 'complainant') return actor.complaintId === complaintId ? 'own' : 'nothing';
  if (!(await isComplaintInScope(house.db, complaintId, complaintScope(actor)))) return 'nothing';
  if (isBehindFirewall(actor)) return 'released';
  if (actor.kind !== 'staff') return 'office';
  const complaint = (await loadComplaint(house.db, complaintId))?.state;
  const itemId = complaint !== undefined && 'itemId' in complaint ? complaint.itemId : null;
  const item = itemId === null ? null : await loadItem(house.db, itemId);
  const concerned = item === null ? [] : concernedDepartmentIds(item.state);
  const isConcerned = unitsOf(actor).some((unit) => concerned.includes(unit));
  return isConcerned ? 'released' : 'office';
}
