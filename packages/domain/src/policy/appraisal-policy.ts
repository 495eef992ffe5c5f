/** Accounts that weigh; adjustment is added to what they come to. */
export type WeightedAccount = 'indicator' | 'supervision' | 'satisfaction';

export type ScoreBand = 'excellent' | 'good' | 'fair' | 'poor';

/** How accounts make a score. Points are hundredths, weights percent. Source of each default: docs/rules/scoring.md. */
export type AppraisalPolicy = {
  readonly version: string;
  /** They add up to 100. */
  readonly weights: Readonly<Record<WeightedAccount, number>>;
  /** How many points adjustment may add to a department in a period, and how many it may take. */
  readonly adjustmentCap: number;
  /** Below so many valid callbacks a rate is marked as resting on a small sample, and never decides a last place. */
  readonly minimumSample: number;
  /** The least score of each band, the best first; below all of them is `poor`. */
  readonly bands: readonly { readonly band: Exclude<ScoreBand, 'poor'>; readonly from: number }[];
  /** Who comes on the promotion list of a year: so many of a group, of this score at least in the mean. */
  readonly promotion: { readonly places: number; readonly from: number; readonly leastQuarters: number };
};

export const DEFAULT_APPRAISAL: AppraisalPolicy = {
  version: 'appraisal-1',
  weights: { indicator: 70, supervision: 20, satisfaction: 10 },
  adjustmentCap: 5_00,
  minimumSample: 5,
  bands: [
    { band: 'excellent', from: 90_00 },
    { band: 'good', from: 80_00 },
    { band: 'fair', from: 60_00 },
  ],
  promotion: { places: 1, from: 90_00, leastQuarters: 2 },
};

export type AppraisalPolicyRefusal = 'weights_do_not_add_up' | 'bands_out_of_order';

/** What stands against a policy; null where nothing does. */
export function appraisalPolicyFault({ weights, bands }: AppraisalPolicy): AppraisalPolicyRefusal | null {
  const { indicator, supervision, satisfaction } = weights;
  if (indicator + supervision + satisfaction !== 100) return 'weights_do_not_add_up';
  const isFalling = bands.every(({ from }, index) => index === 0 || from < (bands[index - 1]?.from ?? 0));
  return isFalling ? null : 'bands_out_of_order';
}
