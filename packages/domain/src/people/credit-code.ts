const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/**
 * Whether the text is a unified social credit code (统一社会信用代码) by GB 32100-2015: 18 characters without I, O, S, V and
 * Z, a six-digit division code in places 3 to 8, and a right check character. Capitals only, no spaces. The check digit of
 * the organisation code inside (GB 11714) is not looked at.
 */
export function isCreditCode(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  const sum = WEIGHTS.reduce(
    (total, weight, place) => total + weight * ALPHABET.indexOf(text.charAt(place)),
    0,
  );
  return ALPHABET.charAt((31 - (sum % 31)) % 31) === text.charAt(17);
}
