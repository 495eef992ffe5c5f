import type { House } from '../../house.ts';
import { limiterOf, takeOne } from '../../limiter.ts';

/** Objections of one address in an hour. */
const LIMIT = { points: 10, duration: 60 * 60 };

/** Counts one objection of an address; minutes to wait where there were too many, else 0. */
export async function objectionLimit(house: House, addressHash: Buffer): Promise<number> {
  const wait = await takeOne(limiterOf(house, 'notice_objection', LIMIT), addressHash.toString('base64url'));
  return wait === null ? 0 : Math.max(1, Math.ceil(wait / 60_000));
}
