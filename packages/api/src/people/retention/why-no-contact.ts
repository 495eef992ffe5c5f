import { readTombstones } from '@bihuan/db';
import type { House } from '../../house.ts';

/** Why there is no contact data to show: it was removed after its term, or none was given. */
export async function whyNoContact(
  { db }: Pick<House, 'db'>,
  complaintId: string,
): Promise<'contact_removed' | 'not_found'> {
  const tombstone = (await readTombstones(db, [complaintId])).get(complaintId);
  return tombstone?.removedAt ? 'contact_removed' : 'not_found';
}
