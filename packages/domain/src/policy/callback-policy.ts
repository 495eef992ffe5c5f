/**
 * Which verifications the window calls back for (回访). `sample`: those drawn by the seed, and always the key, disputed and badly
 * rated ones. Source of each default: docs/rules/deadlines.md.
 */
export type CallbackPolicy = {
  readonly version: string;
  readonly mode: 'all' | 'sample';
  /** Share drawn of each department's cases of a month, 0 to 100. */
  readonly percent: number;
  /** Stated before the cases come, so that anybody can draw them again and nobody can choose them. */
  readonly seed: string;
};

export const DEFAULT_CALLBACKS: CallbackPolicy = {
  version: 'callbacks-1',
  mode: 'all',
  percent: 100,
  seed: '',
};
