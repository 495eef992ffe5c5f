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
    /** Seconds until the next try; 0 where one may be made now. */
    async waitSeconds(): Promise<number> {
      const found = await Promise.all(counted.map(({ limiter, key }) => limiter.get(key)));
      const waits = found.map((state, index) => {
        const most = counted[index]?.limiter.points ?? 0;
        return state !== null && state.consumedPoints >= most ? Math.ceil(state.msBeforeNext / 1000) : 0;
      });
      return Math.max(...waits);
    },
    /** Counts one failed try. */
    async countFailure(): Promise<void> {
      await Promise.all(counted.map(({ limiter, key }) => limiter.penalty(key)));
    },
  };
}
