import { encodeCrockford, foldCrockford, isCrockford } from './crockford-base32.ts';

const LENGTH = 12;

/**
 * A secret query code, `XXXX-XXXX-XXXX`: 12 characters of Crockford's base 32, 60 random bits. The bytes must come from a
 * cryptographic source; the first 12 are used. Throws RangeError for fewer.
 */
export function queryCode(random: Uint8Array): string {
  return grouped(encodeCrockford(random, LENGTH));
}

/**
 * The canonical form of a query code as people type it: lower case, spaces, full-width forms, hyphens missing or of any
 * kind, O for 0, I or L for 1. Null where it cannot be a query code.
 */
export function normaliseQueryCode(text: string): string | null {
  const folded = foldCrockford(text);
  return folded.length === LENGTH && isCrockford(folded) ? grouped(folded) : null;
}

function grouped(characters: string): string {
  return [characters.slice(0, 4), characters.slice(4, 8), characters.slice(8)].join('-');
}
