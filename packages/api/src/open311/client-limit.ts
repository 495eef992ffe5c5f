import type { House } from '../house.ts';
import { limiterOf, takeOne, type Limit } from '../limiter.ts';

const HOUR_S = 60 * 60;
const TEN_MINUTES_S = 10 * 60;

/** Requests without a key that one network address is answered within ten minutes, and wrong keys it may try. */
const WITHOUT_KEY = 300;
const WRONG_KEYS = 30;

const LIMITS = {
  without_key: { points: WITHOUT_KEY, duration: TEN_MINUTES_S },
  wrong_key: { points: WRONG_KEYS, duration: TEN_MINUTES_S },
  key: { points: 1, duration: HOUR_S },
} as const satisfies Readonly<Record<string, Limit>>;

/** Counts one request of a key. Returns the seconds to wait; 0 where it is answered. */
export async function countKeyed(house: House, keyId: string, perHour: number): Promise<number> {
  const state = await limiter(house, 'key').penalty(keyId);
  return state.consumedPoints > perHour ? seconds(state.msBeforeNext) : 0;
}

/** Counts one request without a key. Returns the seconds to wait; 0 where it is answered. */
export async function countUnkeyed(house: House, address: string): Promise<number> {
  const wait = await takeOne(limiter(house, 'without_key'), keyOf(house, address));
  return wait === null ? 0 : seconds(wait);
}

/** Counts one wrong key. Returns the seconds to wait; 0 where more may be tried. */
export async function countWrongKey(house: House, address: string): Promise<number> {
  const state = await limiter(house, 'wrong_key').penalty(keyOf(house, address));
  return state.consumedPoints > WRONG_KEYS ? seconds(state.msBeforeNext) : 0;
}

function seconds(milliseconds: number): number {
  return Math.max(1, Math.ceil(milliseconds / 1000));
}

/** Addresses are kept as keyed hashes only. */
function keyOf(house: House, address: string): string {
  return house.keyring.keyedHash('address', address).toString('base64url');
}

function limiter(house: House, name: keyof typeof LIMITS) {
  return limiterOf(house, `open311_${name}`, LIMITS[name]);
}
