import { RateLimiterPostgres, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
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

/** Filings of one address, with and without proof of work. `addressHash`: the keyed hash; the address itself is kept nowhere. */
export function filingLimit(house: House, addressHash: Buffer, kind: FilingKind) {
  const limiter = limitersOf(house)[kind];
  const key = addressHash.toString('base64url');
  return {
    /** Takes one filing out of this hour, whoever else takes one at the moment. Minutes to wait; 0 where there was one left. */
    async take(): Promise<number> {
      try {
        await limiter.consume(key);
        return 0;
      } catch (error) {
        if (error instanceof RateLimiterRes) return Math.ceil(error.msBeforeNext / 60_000);
        throw error;
      }
    },
    /** Gives back one that was taken, for nothing was filed. */
    async giveBack(): Promise<void> {
      await limiter.reward(key);
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
