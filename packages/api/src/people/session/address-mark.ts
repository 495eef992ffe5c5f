import type { House } from '../../house.ts';

/** Tells of two lines of a log whether they came from the same address, never from which: twelve characters of a keyed hash. */
export function addressMark({ keyring }: Pick<House, 'keyring'>, address: string): string {
  return keyring.keyedHash('once', `log:${address}`).toString('base64url').slice(0, 12);
}
