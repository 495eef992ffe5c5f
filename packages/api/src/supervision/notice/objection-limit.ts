import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { House } from '../../house.ts';

/** Objections of one address in an hour. */
const LIMIT = { points: 10, duration: 60 * 60 };

const kept = new WeakMap<House['db'], RateLimiterPostgres>();

/** Counts one objection of an address; minutes to wait where there were too many, else 0. */
export async function objectionLimit(house: House, addressHash: Uint8Array): Promise<number> {
  let limiter = kept.get(house.db);
  if (limiter === undefined) {
    limiter = new RateLimiterPostgres({
      storeClient: house.db.pool,
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      keyPrefix: 'notice_objection',
      ...LIMIT,
    });
    kept.set(house.db, limiter);
  }
  try {
    await limiter.consume(Buffer.from(addressHash).toString('base64url'));
    return 0;
  } catch (fault) {
    if (fault instanceof RateLimiterRes) return Math.max(1, Math.ceil(fault.msBeforeNext / 60_000));
    throw fault;
  }
}
