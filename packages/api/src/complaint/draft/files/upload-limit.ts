import { RateLimiterPostgres, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { House } from '../../../house.ts';

/** How many posts with files one address may send to drafts in an hour. */
export const UPLOADS_PER_HOUR = 60;

const kept = new WeakMap<House['db'], RateLimiterAbstract>();

/** Posts with files of one address, which is known by its keyed hash only. */
export function uploadLimit(house: House) {
  const limiter = kept.get(house.db) ?? newLimiter(house);
  kept.set(house.db, limiter);
  return {
    /** Takes one post out of this hour; false where none was left. */
    async take(addressHash: Buffer): Promise<boolean> {
      try {
        await limiter.consume(addressHash.toString('base64url'));
        return true;
      } catch (error) {
        if (error instanceof RateLimiterRes) return false;
        throw error;
      }
    },
  };
}

function newLimiter(house: House): RateLimiterAbstract {
  return new RateLimiterPostgres({
    storeClient: house.db.pool,
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: 'draft_upload',
    points: UPLOADS_PER_HOUR,
    duration: 60 * 60,
  });
}
