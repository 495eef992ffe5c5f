/** Crockford's base 32: digits and capitals without I, L, O and U, so that a code survives being read out or copied. */
export const CROCKFORD_BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const LONGEST_ENTRY = 64;
const SEPARATORS = /[\s\p{Pd}\p{Cf}\u2212]/gu;

/** Characters from as many random bytes, five bits each; 32 divides 256, so none is favoured. RangeError if too few bytes. */
export function encodeCrockford(random: Uint8Array, length: number): string {
  if (random.length < length) throw new RangeError(`${length} random bytes needed, ${random.length} given`);
  return Array.from(random.subarray(0, length), (byte) => CROCKFORD_BASE32.charAt(byte & 31)).join('');
}

/**
 * What someone meant who typed a code: full-width forms made narrow, capitals, no spaces, hyphens or invisible marks, O as
 * 0, I and L as 1. Characters outside the alphabet stay. Entries over 64 characters give ''.
 */
export function foldCrockford(text: string): string {
  if (text.length > LONGEST_ENTRY) return '';
  const plain = text.normalize('NFKC').replace(SEPARATORS, '').toUpperCase();
  return plain.replaceAll('O', '0').replace(/[IL]/g, '1');
}

/** Whether the text is made of the alphabet's characters alone. */
export function isCrockford(text: string): boolean {
  return Array.from(text).every((character) => CROCKFORD_BASE32.includes(character));
}
