import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { House } from '../house.ts';

const HOUR_S = 60 * 60;
const TEN_MINUTES_S = 10 * 60;

/** Requests without a key that one network address is answered within ten minutes, and wrong keys it may try. */
const WITHOUT_KEY = 300;
const WRONG_KEYS = 30;

type Limiters = {
  readonly withoutKey: RateLimiterPostgres;
  readonly wrongKey: RateLimiterPostgres;
  readonly perKey: RateLimiterPostgres;
};

const kept = new WeakMap<House['db'], Limiters>();

/** Counts one request of a key. Returns the seconds to wait; 0 where it is answered. */
export async function countKeyed(house: House, keyId: string, perHour: number): Promise<number> {
  const state = await limitersOf(house).perKey.penalty(keyId);
  return state.consumedPoints > perHour ? seconds(state) : 0;
}

/** Counts one request without a key. Returns the seconds to wait; 0 where it is answered. */
export async function countUnkeyed(house: House, address: string): Promise<number> {
  try {
    await limitersOf(house).withoutKey.consume(keyOf(house, address));
    return 0;
  } catch (reason) {
    if (reason instanceof RateLimiterRes) return seconds(reason);
    throw reason;
  }
}

/** Counts one wrong key. Returns the seconds to wait; 0 where more may be tried. */
export async function countWrongKey(house: House, address: string): Promise<number> {
  const state = await limitersOf(house).wrongKey.penalty(keyOf(house, address));
  return state.consumedPoints > WRONG_KEYS ? seconds(state) : 0;
}

function seconds({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000));
}

/** Addresses are kept as keyed hashes only. */
function keyOf(house: House, address: string): string {
  return house.keyring.keyedHash('address', address).toString('base64url');
}

function limitersOf(house: House): Limiters {
  const known = kept.get(house.db);
  if (known !== undefined) return known;
  const limiter = (name: string, points: number, duration: number) =>
    new RateLimiterPostgres({
      ...{ storeClient: house.db.pool, storeType: 'pool', tableName: 'rate_limit', tableCreated: true },
      ...{ keyPrefix: `open311_${name}`, points, duration },
    });
  const made = {
    withoutKey: limiter('without_key', WITHOUT_KEY, TEN_MINUTES_S),
    wrongKey: limiter('wrong_key', WRONG_KEYS, TEN_MINUTES_S),
    perKey: limiter('key', 1, HOUR_S),
  };
  kept.set(house.db, made);
  return made;
}
