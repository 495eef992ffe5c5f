import type { BulletinMonth } from '../../bulletin/bulletin-month.ts';
import type { IndicatorDefinition } from './indicator.ts';
import type { Measured } from './measured-value.ts';

/** How much of the year is over at the end of a month, in twelfths. */
export function twelfthsOf(month: BulletinMonth): number {
  return Number(month.slice(5));
}

/**
 * Values that can be compared at the end of a month, all on one scale: what adds up over the year is due by the twelfths
 * that are over, the rest holds at any time. Where less is better the signs are turned, so that more is better always.
 */
export type Compared = {
  readonly value: bigint;
  readonly base: bigint | null;
  readonly target: bigint;
  readonly stretch: bigint | null;
  /** A threshold of a step on the same scale. */
  readonly threshold: (from: Measured) => bigint;
};

export function comparedBy(
  { accumulates, direction, base, target, stretch }: IndicatorDefinition,
  value: Measured,
  month: BulletinMonth,
): Compared {
  const sign = direction === 'up' ? 1n : -1n;
  const share = accumulates ? BigInt(twelfthsOf(month)) : 12n;
  const threshold = (from: Measured) => sign * BigInt(from) * share;
  return {
    value: sign * BigInt(value) * 12n,
    base: base === null ? null : threshold(base),
    target: threshold(target),
    stretch: stretch === null ? null : threshold(stretch),
    threshold,
  };
}
