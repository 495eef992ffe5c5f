import type { House } from '../../house.ts';
import { limiterOf, takeOne } from '../../limiter.ts';

/**
 * How many filings one address may send in an hour: many where the browser has worked for each, few where it has not. A hall
 * may stand behind one address, so that even the few are some.
 */
export const FILINGS_PER_HOUR = { proved: 120, plain: 30 } as const;

const HOUR = 60 * 60;

export type FilingKind = keyof typeof FILINGS_PER_HOUR;

/** Filings of one address, with and without proof of work. `addressHash`: the keyed hash; the address itself is kept nowhere. */
export function filingLimit(house: House, addressHash: Buffer, kind: FilingKind) {
  const limiter = limiterOf(house, `file_${kind}`, { points: FILINGS_PER_HOUR[kind], duration: HOUR });
  const key = addressHash.toString('base64url');
  return {
    /** Takes one filing out of this hour, whoever else takes one at the moment. Minutes to wait; 0 where there was one left. */
    async take(): Promise<number> {
      return Math.ceil(((await takeOne(limiter, key)) ?? 0) / 60_000);
    },
    /** Gives back one that was taken, for nothing was filed. */
    async giveBack(): Promise<void> {
      await limiter.reward(key);
    },
  };
}
