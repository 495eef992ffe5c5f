import type { IndicatorPolicy } from '../../policy/indicator-policy.ts';
import { rounded } from './measured-value.ts';

/** What a jury's scores come to, in hundredths of a point. */
export type Verdict = {
  readonly mean: number;
  /** How many scores were given, and how many count. */
  readonly given: number;
  readonly counted: number;
  readonly lowest: number;
  readonly highest: number;
  /** Between the highest and the lowest of all that were given. */
  readonly spread: number;
  readonly isTrimmed: boolean;
};

/** The mean of the scores, without one highest and one lowest from so many jurors on; null where there are too few. */
export function verdictOf(
  scores: readonly number[],
  { jurorsDropFrom, jurorsLeast }: Pick<IndicatorPolicy, 'jurorsDropFrom' | 'jurorsLeast'>,
): Verdict | null {
  const sorted = scores.toSorted((a, b) => a - b);
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (lowest === undefined || highest === undefined || sorted.length < jurorsLeast) return null;
  const isTrimmed = sorted.length >= Math.max(3, jurorsDropFrom);
  const counted = isTrimmed ? sorted.slice(1, -1) : sorted;
  const sum = counted.reduce((total, score) => total + score, 0);
  return {
    mean: rounded(BigInt(sum), BigInt(counted.length)),
    ...{ given: sorted.length, counted: counted.length },
    ...{ lowest, highest, spread: highest - lowest, isTrimmed },
  };
}
