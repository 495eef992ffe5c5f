import type { LocalDate } from '../calendar/index.ts';

/**
 * How quarters are bounded. `closingDay`: the day of its third month that a quarter ends with (18: from the 19th to the 18th);
 * null: by calendar months. Source: docs/rules/scoring.md.
 */
export type PeriodPolicy = {
  readonly version: string;
  /** 1 to 28. */
  readonly closingDay: number | null;
};

export const DEFAULT_PERIODS: PeriodPolicy = { version: 'periods-1', closingDay: null };

/** A version of the rule with the first day it bounds quarters from; that day begins a quarter. */
export type PeriodRule = Pick<PeriodPolicy, 'closingDay'> & { readonly effectiveFrom: LocalDate };
