import { threeRates, type CallbackCounts } from '../appraisal/three-rates.ts';
import { wilsonInterval } from '../appraisal/wilson-interval.ts';
import { DEFAULT_SCORING, type ThreeRatesPolicy } from '../policy/scoring-policy.ts';

export const BANDS = ['above', 'level', 'below', 'small_sample', 'no_sample'] as const;

/**
 * Where a department stands beside the zone: clearly above or below where the whole interval is, level where the difference
 * may be chance. Instead of a rank, which tells apart what cannot be told apart.
 */
export type Band = (typeof BANDS)[number];

/**
 * The composite rate with its interval. Each valid callback gives a value from 0 to 1, whose variance is at most that of a
 * yes or no, so that Wilson's interval is wide enough.
 */
export function compositeInterval(
  counts: CallbackCounts,
  weights: ThreeRatesPolicy = DEFAULT_SCORING.threeRates,
): { readonly value: number; readonly low: number; readonly high: number } | null {
  const rates = threeRates(counts, weights);
  if (rates === null) return null;
  return { value: rates.composite, ...wilsonInterval(rates.composite * counts.valid, counts.valid) };
}

/** The band of a department. `zone`: the composite of all departments together, null without a sample. */
export function bandOf(
  counts: CallbackCounts,
  zone: number | null,
  leastSample: number,
  weights?: ThreeRatesPolicy,
): Band {
  const own = compositeInterval(counts, weights);
  if (own === null || zone === null) return 'no_sample';
  if (counts.valid < leastSample) return 'small_sample';
  if (own.low > zone) return 'above';
  return own.high < zone ? 'below' : 'level';
}
