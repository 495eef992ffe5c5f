import { isComplaintInScope, loadItem } from '@bihuan/db';
import { concernedDepartmentIds, hasRole, unitsOf, type Actor, type Complaint } from '@bihuan/domain';
import { complaintScope } from '../../complaint/complaint-scope.ts';
import type { House } from '../../house.ts';
import { complainedAbout } from '../identity/complained-about.ts';

/**
 * Whether somebody may correct the contact data of a complaint: its complainant, and the window with the person at the desk.
 * Nobody of a department concerned, not even in another's place.
 */
export async function mayCorrectContact(house: House, actor: Actor, complaint: Complaint): Promise<boolean> {
  if (actor.kind === 'complainant') return actor.complaintId === complaint.id;
  if (!hasRole(actor, 'clerk')) return false;
  if (!(await isComplaintInScope(house.db, complaint.id, complaintScope(actor)))) return false;
  const itemId = 'itemId' in complaint ? complaint.itemId : null;
  const item = itemId === null ? null : await loadItem(house.db, itemId);
  const about = await complainedAbout(house, [complaint.id, ...(item?.state.complaintIds ?? [])]);
  const concerned = [...(item === null ? [] : concernedDepartmentIds(item.state)), ...about];
  return !unitsOf(actor).some((unit) => concerned.includes(unit));
}
