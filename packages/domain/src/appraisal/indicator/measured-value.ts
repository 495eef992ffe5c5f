/** A measured value in ten-thousandths of its unit, whole, so that it is kept and compared exactly: 7.3 is 73000. */
export type Measured = number;

const PER_UNIT = 10_000;
const TYPED = /^-?\d{1,11}(?:\.\d{1,4})?$/;

/** The value a text names, with up to four decimals; null for anything else. Commas between thousands are read over. */
export function measuredOf(text: string): Measured | null {
  const plain = text.trim().replace(/(?<=\d)[,，](?=\d{3}(?!\d))/gu, '');
  if (!TYPED.test(plain)) return null;
  const [whole = '0', decimals = ''] = plain.replace('-', '').split('.');
  const size = Number(whole) * PER_UNIT + Number(decimals.padEnd(4, '0'));
  return plain.startsWith('-') && size !== 0 ? -size : size;
}

/** The value as it is written, without closing zeros: 73000 → '7.3'. */
export function measuredText(value: Measured): string {
  const size = Math.abs(value);
  const decimals = String(size % PER_UNIT)
    .padStart(4, '0')
    .replace(/0+$/, '');
  const whole = `${value < 0 ? '-' : ''}${Math.floor(size / PER_UNIT)}`;
  return decimals === '' ? whole : `${whole}.${decimals}`;
}

/** `over` ÷ `under` as a whole number, halves away from zero; `under` above zero. */
export function rounded(over: bigint, under: bigint): number {
  const size = over < 0n ? -over : over;
  const whole = (2n * size + under) / (2n * under);
  return Number(over < 0n ? -whole : whole);
}
