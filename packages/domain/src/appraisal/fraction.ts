/** An exact number; the denominator is above 0. */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

export function fraction(numerator: number | bigint, denominator: number | bigint = 1): Fraction {
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
}

export function sumOf(one: Fraction, other: Fraction): Fraction {
  return {
    numerator: one.numerator * other.denominator + other.numerator * one.denominator,
    denominator: one.denominator * other.denominator,
  };
}

export function times(one: Fraction, other: Fraction): Fraction {
  return {
    numerator: one.numerator * other.numerator,
    denominator: one.denominator * other.denominator,
  };
}

/** The nearest whole number, halves away from 0 (四舍五入). */
export function rounded({ numerator, denominator }: Fraction): number {
  const size = numerator < 0n ? -numerator : numerator;
  const whole = (2n * size + denominator) / (2n * denominator);
  return Number(numerator < 0n ? -whole : whole);
}
