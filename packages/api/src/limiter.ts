import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { House } from './house.ts';

/** How many of something one key may do in so many seconds. */
export type Limit = { readonly points: number; readonly duration: number };

const kept = new WeakMap<House['db'], Map<string, RateLimiterPostgres>>();

/** The limiter of a name, which counts in the table `rate_limit` for all processes. Keys that could tell a person are hashed before. */
export function limiterOf(house: Pick<House, 'db'>, name: string, limit: Limit): RateLimiterPostgres {
  const limiters = kept.get(house.db) ?? new Map<string, RateLimiterPostgres>();
  kept.set(house.db, limiters);
  const known = limiters.get(name);
  if (known !== undefined) return known;
  const made = new RateLimiterPostgres({
    ...{ storeClient: house.db.pool, storeType: 'pool', tableName: 'rate_limit', tableCreated: true },
    ...{ keyPrefix: name, ...limit },
  });
  limiters.set(name, made);
  return made;
}

/** Takes one of what a key has left. Milliseconds to wait; null where there was one. */
export async function takeOne(limiter: RateLimiterPostgres, key: string): Promise<number | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (reason) {
    if (reason instanceof RateLimiterRes) return reason.msBeforeNext;
    throw reason;
  }
}
