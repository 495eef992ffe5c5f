/** What is called back whatever is drawn, where the policy says so. */
export const ALWAYS_CALLED = ['key', 'disputed', 'badly_rated'] as const;
export type AlwaysCalled = (typeof ALWAYS_CALLED)[number];

/**
 * Which verifications the window calls back for (回访). `sample`: those drawn by the seed, and always the kinds named. Source of
 * each default: docs/rules/deadlines.md.
 */
export type CallbackPolicy = {
  readonly version: string;
  readonly mode: 'all' | 'sample';
  /** Share drawn of each department's cases of a month, 0 to 100. */
  readonly percent: number;
  /** Departments that have a share of their own, by id. */
  readonly shares: Readonly<Record<string, number>>;
  /** Stated before the cases come, so that anybody can draw them again and nobody can choose them. */
  readonly seed: string;
  readonly always: readonly AlwaysCalled[];
};

export const DEFAULT_CALLBACKS: CallbackPolicy = {
  version: 'callbacks-1',
  mode: 'all',
  percent: 100,
  shares: {},
  seed: '',
  always: ALWAYS_CALLED,
};

/** Share of a department's cases that is drawn, 0 to 100. */
export function shareOf({ percent, shares }: CallbackPolicy, departmentId: string): number {
  return shares[departmentId] ?? percent;
}

export type CallbackPolicyRefusal =
  /** A sample of nothing: no share is drawn, and nothing is always called. */
  | 'sample_draws_nobody'
  /** A seed that cases were drawn by before tells who would be drawn again. */
  | 'seed_used_before';

/** What stands against a policy; null where nothing does. `usedSeeds`: those of the versions published before. */
export function callbackPolicyFault(
  { mode, percent, shares, seed, always }: CallbackPolicy,
  usedSeeds: readonly string[],
): CallbackPolicyRefusal | null {
  if (mode === 'all') return null;
  const drawsSome = percent > 0 || Object.values(shares).some((share) => share > 0);
  if (!drawsSome && always.length === 0) return 'sample_draws_nobody';
  return seed !== '' && usedSeeds.includes(seed) ? 'seed_used_before' : null;
}
