import { RateLimiterPostgres, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { House } from '../../house.ts';

/**
 * How many filings one address may send in an hour: many where the browser has worked for each, few where it has not. A hall
 * may stand behind one address, so that even the few are some.
 */
export const FILINGS_PER_HOUR = { proved: 120, plain: 30 } as const;

const HOUR = 60 * 60;

export type FilingKind = keyof typeof FILINGS_PER_HOUR;

type Limiters = Readonly<Record<FilingKind, RateLimiterAbstract>>;

const kept = new WeakMap<House['db'], Limiters>();

/** Filings of one address, with and without proof of work. Addresses are kept as keyed hashes only. */
export function filingLimit(house: House, address: string, kind: FilingKind) {
  const limiter = limitersOf(house)[kind];
  const key = house.keyring.keyedHash('address', address).toString('base64url');
  return {
    /** Minutes until the next filing is taken; 0 where one is taken now. */
    async waitMinutes(): Promise<number> {
      const state = await limiter.get(key);
      const isFull = state !== null && state.consumedPoints >= limiter.points;
      return isFull ? Math.ceil(state.msBeforeNext / 60_000) : 0;
    },
    /** Counts a complaint that was filed. */
    async count(): Promise<void> {
      await limiter.penalty(key);
    },
  };
}

function limitersOf(house: House): Limiters {
  const known = kept.get(house.db);
  if (known !== undefined) return known;
  const limiter = (kind: FilingKind): RateLimiterAbstract =>
    new RateLimiterPostgres({
      storeClient: house.db.pool,
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      keyPrefix: `file_${kind}`,
      points: FILINGS_PER_HOUR[kind],
      duration: HOUR,
    });
  const made = { proved: limiter('proved'), plain: limiter('plain') };
  kept.set(house.db, made);
  return made;
}
