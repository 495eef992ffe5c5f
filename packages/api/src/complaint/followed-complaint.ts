import { loadComplaint } from '@bihuan/db';
import type { Complaint } from '@bihuan/domain';
import type { House } from '../house.ts';

/** The case that a merged complaint follows, however often that one was merged itself; null for one that follows none. */
export async function followedComplaint(house: House, complaint: Complaint): Promise<Complaint | null> {
  if (complaint.status !== 'merged') return null;
  const survivor = (await loadComplaint(house.db, complaint.survivorId))?.state ?? null;
  return survivor?.status === 'merged' ? followedComplaint(house, survivor) : survivor;
}
