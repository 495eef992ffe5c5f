import { CROCKFORD_BASE32 } from './crockford-base32.ts';

const MODULUS = CROCKFORD_BASE32.length;

/**
 * The check character of the hybrid system of ISO/IEC 7064, which the standard gives as MOD 11,10, MOD 27,26 and MOD 37,36,
 * taken over to the 32 characters of Crockford's base 32 as MOD 33,32. Finds every single wrong character, and all swaps of
 * neighbours but about 1 in 496. Throws RangeError for a character outside the alphabet.
 */
export function checkCharacter(text: string): string {
  let product = MODULUS;
  for (const character of text) {
    const value = CROCKFORD_BASE32.indexOf(character);
    if (value < 0) throw new RangeError(`not in Crockford's base 32: ${character}`);
    const sum = (product + value) % MODULUS || MODULUS;
    product = (sum * 2) % (MODULUS + 1);
  }
  return CROCKFORD_BASE32.charAt((MODULUS + 1 - product) % MODULUS);
}
