/** Beginnings of cards in use in China: UnionPay, older bank ranges, Visa, Mastercard, JCB. */
const SHAPE = /^(62\d{14,17}|(60|69|9558|9559|35|4\d|5[1-5])\d+)$/;

/** Whether the digits are a payment card: 16 to 19 of them, a known beginning, a right Luhn digit (ISO/IEC 7812-1). */
export function isBankCard(digits: string): boolean {
  if (digits.length < 16 || digits.length > 19 || !SHAPE.test(digits)) return false;
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, place) => total + weighed(Number(digit), place % 2 === 1), 0);
  return sum % 10 === 0;
}

function weighed(digit: number, doubled: boolean): number {
  if (!doubled) return digit;
  return digit > 4 ? digit * 2 - 9 : digit * 2;
}
