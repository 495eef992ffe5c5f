import type { House } from '../../house.ts';
import { limiterOf, takeOne } from '../../limiter.ts';

const QUARTER_HOUR_S = 15 * 60;
const SLOW_FROM = 5;
const SLOWEST_MS = 2_000;

/**
 * Slows guessing without locking anybody out: one address may fail 10 times on one account and 50 times in all within a
 * quarter of an hour; an account that is tried from everywhere answers later and later, up to two seconds, but answers.
 */
export async function admitSignIn(
  house: Pick<House, 'db' | 'keyring'>,
  login: string,
  address: string,
): Promise<{ readonly isAdmitted: boolean; readonly waitMs: number }> {
  const limits = limitsOf(house);
  const keys = keysOf(house, login, address);
  const isFree =
    (await takeOne(limits.pair, keys.pair)) === null &&
    (await takeOne(limits.address, keys.address)) === null;
  const tries = (await limits.account.penalty(keys.account)).consumedPoints ?? 0;
  return {
    isAdmitted: isFree,
    waitMs: Math.min(SLOWEST_MS, 100 * 2 ** Math.max(0, tries - SLOW_FROM) - 100),
  };
}

/** Forgets the tries of a person who got in. */
export async function forgetTries(
  house: Pick<House, 'db' | 'keyring'>,
  login: string,
  address: string,
): Promise<void> {
  const limits = limitsOf(house);
  const keys = keysOf(house, login, address);
  await Promise.all([
    limits.pair.delete(keys.pair),
    limits.account.delete(keys.account),
    limits.address.reward(keys.address),
  ]);
}

function limitsOf(house: Pick<House, 'db'>) {
  const limiter = (name: string, points: number) =>
    limiterOf(house, `sign_in_${name}`, { points, duration: QUARTER_HOUR_S });
  return {
    pair: limiter('pair', 10),
    address: limiter('address', 50),
    account: limiter('account', 1_000_000),
  };
}

/** Keyed hashes, so that the table tells neither who signs in nor from where. */
function keysOf({ keyring }: Pick<House, 'keyring'>, login: string, address: string) {
  const key = (text: string) => keyring.keyedHash('once', `sign-in:${text}`).toString('base64url');
  return { pair: key(`${login}\n${address}`), address: key(`\n${address}`), account: key(login) };
}
