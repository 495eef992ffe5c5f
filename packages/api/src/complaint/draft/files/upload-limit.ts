import type { House } from '../../../house.ts';
import { limiterOf, takeOne } from '../../../limiter.ts';

/** How many posts with files one address may send to drafts in an hour. */
export const UPLOADS_PER_HOUR = 60;

/** Posts with files of one address, which is known by its keyed hash only. */
export function uploadLimit(house: House) {
  const limiter = limiterOf(house, 'draft_upload', { points: UPLOADS_PER_HOUR, duration: 60 * 60 });
  return {
    /** Takes one post out of this hour; false where none was left. */
    async take(addressHash: Buffer): Promise<boolean> {
      return (await takeOne(limiter, addressHash.toString('base64url'))) === null;
    },
  };
}
