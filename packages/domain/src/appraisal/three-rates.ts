import type { Callback } from '../complaint/complaint.ts';
import { DEFAULT_SCORING, type ThreeRatesPolicy } from '../policy/scoring-policy.ts';

/** Counts over valid callbacks; ratios are computed from them once, and rounded only for display. */
export type CallbackCounts = {
  readonly valid: number;
  readonly contacted: number;
  readonly solved: number;
  /** Satisfied and very satisfied. */
  readonly satisfied: number;
  readonly basicallySatisfied: number;
};

export type ThreeRates = {
  readonly response: number;
  readonly resolution: number;
  readonly satisfaction: number;
  /** By default 0.1 response + 0.4 resolution + 0.5 satisfaction. */
  readonly composite: number;
};

export const NO_CALLBACKS: CallbackCounts = {
  valid: 0,
  contacted: 0,
  solved: 0,
  satisfied: 0,
  basicallySatisfied: 0,
};

/** Both counts together. */
export function addedCallbacks(one: CallbackCounts, other: CallbackCounts): CallbackCounts {
  return {
    valid: one.valid + other.valid,
    contacted: one.contacted + other.contacted,
    solved: one.solved + other.solved,
    satisfied: one.satisfied + other.satisfied,
    basicallySatisfied: one.basicallySatisfied + other.basicallySatisfied,
  };
}

export function countCallbacks(callbacks: readonly Callback[]): CallbackCounts {
  const valid = callbacks.flatMap((callback) => (callback.answers === null ? [] : [callback.answers]));
  return {
    valid: valid.length,
    contacted: valid.filter((answer) => answer.contacted).length,
    solved: valid.filter((answer) => answer.solved).length,
    satisfied: valid.filter(
      ({ satisfaction }) => satisfaction === 'satisfied' || satisfaction === 'very_satisfied',
    ).length,
    basicallySatisfied: valid.filter((answer) => answer.satisfaction === 'basically_satisfied').length,
  };
}

/** The weighted mean of the three rates as an exact fraction; null where there was no valid callback. Weights in percent. */
export function compositeRatio(
  { valid, contacted, solved, satisfied, basicallySatisfied }: CallbackCounts,
  weights: ThreeRatesPolicy = DEFAULT_SCORING.threeRates,
): { readonly numerator: number; readonly denominator: number } | null {
  if (valid === 0) return null;
  const content = 100 * satisfied + weights.basicallySatisfied * basicallySatisfied;
  const weighted =
    100 * (weights.response * contacted + weights.resolution * solved) + weights.satisfaction * content;
  const total = weights.response + weights.resolution + weights.satisfaction;
  return { numerator: weighted, denominator: 100 * total * valid };
}

/**
 * The three rates as fractions of one, with their weighted mean; null where there was no valid callback: no sample is not
 * zero. Weights in percent.
 */
export function threeRates(
  counts: CallbackCounts,
  weights: ThreeRatesPolicy = DEFAULT_SCORING.threeRates,
): ThreeRates | null {
  const composite = compositeRatio(counts, weights);
  if (composite === null) return null;
  const { valid, contacted, solved, satisfied, basicallySatisfied } = counts;
  return {
    response: contacted / valid,
    resolution: solved / valid,
    satisfaction: (100 * satisfied + weights.basicallySatisfied * basicallySatisfied) / (100 * valid),
    composite: composite.numerator / composite.denominator,
  };
}
