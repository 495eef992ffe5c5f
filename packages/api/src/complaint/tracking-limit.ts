import type { CountedPoints } from '@bihuan/db';
import type { House } from '../house.ts';
import { limiterOf } from '../limiter.ts';

/** How many failed tries are let through, and for how many seconds they count. */
const LIMITS = {
  addressAndNumber: { points: 10, duration: 15 * 60 },
  address: { points: 60, duration: 60 * 60 },
} as const;

/** Failed tries to open a case, counted per address and number, and per address. Addresses are kept as keyed hashes only. */
export function trackingLimit(house: House, address: string, number: string) {
  const limiter = (name: keyof typeof LIMITS) => limiterOf(house, `track_${name}`, LIMITS[name]);
  const who = house.keyring.keyedHash('address', address).toString('base64url');
  const counted = [
    { limiter: limiter('addressAndNumber'), key: `${who}:${number}` },
    { limiter: limiter('address'), key: who },
  ];
  return {
    /** What failures are counted against. */
    keys: counted.map(({ limiter, key }) => limiter.getKey(key)),
    /** Seconds until the next try, by what is counted against the keys; 0 where one may be made now. */
    waitSeconds(points: CountedPoints): number {
      const waits = counted.map(({ limiter, key }) => {
        const state = points[limiter.getKey(key)];
        return state !== undefined && state.points >= limiter.points
          ? Math.ceil((state.until - Date.now()) / 1000)
          : 0;
      });
      return Math.max(0, ...waits);
    },
    /** Counts one failed try. */
    async countFailure(): Promise<void> {
      await Promise.all(counted.map(({ limiter, key }) => limiter.penalty(key)));
    },
  };
}
