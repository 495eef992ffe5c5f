import { dropQueuedJobs } from '@bihuan/db';
import type { House } from '../house.ts';

/**
 * Forgets messages that wait to be written, all but the `keep` latest: after cases of the past were played through, so
 * that nobody is told of them now. Returns how many were forgotten.
 */
export function forgetQueuedMessages(house: House, keep: number): Promise<number> {
  return dropQueuedJobs(house.db, 'notify', keep);
}
