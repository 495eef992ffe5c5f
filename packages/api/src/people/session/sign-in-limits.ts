import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { House } from '../../house.ts';

const QUARTER_HOUR_S = 15 * 60;
const SLOW_FROM = 5;
const SLOWEST_MS = 2_000;

type Limits = {
  readonly pair: RateLimiterPostgres;
  readonly address: RateLimiterPostgres;
  readonly account: RateLimiterPostgres;
};

const known = new WeakMap<House['db'], Limits>();

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
  const isFree = (await spend(limits.pair, keys.pair)) && (await spend(limits.address, keys.address));
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

async function spend(limiter: RateLimiterPostgres, key: string): Promise<boolean> {
  try {
    await limiter.consume(key);
    return true;
  } catch (reason) {
    if (reason instanceof RateLimiterRes) return false;
    throw reason;
  }
}

function limitsOf(house: Pick<House, 'db'>): Limits {
  const limiter = (keyPrefix: string, points: number) =>
    new RateLimiterPostgres({
      ...{ keyPrefix, points, duration: QUARTER_HOUR_S, storeClient: house.db.pool, storeType: 'pool' },
      ...{ tableName: 'rate_limit', tableCreated: true },
    });
  const limits = known.get(house.db) ?? {
    pair: limiter('sign_in_pair', 10),
    address: limiter('sign_in_address', 50),
    account: limiter('sign_in_account', 1_000_000),
  };
  known.set(house.db, limits);
  return limits;
}

/** Keyed hashes, so that the table tells neither who signs in nor from where. */
function keysOf({ keyring }: Pick<House, 'keyring'>, login: string, address: string) {
  const key = (text: string) => keyring.keyedHash('once', `sign-in:${text}`).toString('base64url');
  return { pair: key(`${login}\n${address}`), address: key(`\n${address}`), account: key(login) };
}
