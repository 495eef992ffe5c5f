import type { LocalDate } from '../calendar/index.ts';
import type { AppraisalPolicy, ScoreBand } from '../policy/appraisal-policy.ts';
import type { CoefficientPolicy } from '../policy/coefficient-policy.ts';
import type { GroupPolicy } from '../policy/group-policy.ts';
import type { PayPolicy } from '../policy/pay-policy.ts';
import type { ScoringPolicy } from '../policy/scoring-policy.ts';
import type { AppraisalPeriod } from './period.ts';
import type { Account } from './score-line.ts';
import type { CallbackCounts } from './three-rates.ts';

/** Everything that a sheet is counted under. */
export type SheetPolicies = {
  readonly scoring: ScoringPolicy;
  readonly appraisal: AppraisalPolicy;
  readonly groups: GroupPolicy;
  readonly coefficients: CoefficientPolicy;
  readonly pay: PayPolicy;
};

/** What lines come to. */
export type AccountSum = { readonly centipoints: number; readonly lines: number };

/** What is known of a department in a period before anything is weighed. */
export type DepartmentFacts = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly tierGroup: string | null;
  readonly activeFrom: LocalDate;
  /** The first day on which it is no more. */
  readonly activeTo: LocalDate | null;
  readonly successorId: string | null;
  /** Items it led and signed for in the year before the period; null where groups do not ask for it. */
  readonly volume: number | null;
  readonly callbacks: CallbackCounts;
  /** Cases that a panel took out of its rates. */
  readonly excluded: number;
  /** The whole account; null where it has no results. */
  readonly indicator: AccountSum | null;
  /** Lines alone, without what the account starts with. */
  readonly supervision: AccountSum;
  readonly adjustment: AccountSum;
};

export type SheetAccount = {
  /** Hundredths of a point, rounded; null: no sample. */
  readonly centipoints: number | null;
  readonly weightPercent: number;
  /** What it weighs where the weight of accounts without a sample is spread over the others; rounded to hundredths. */
  readonly effectiveWeightPercent: number;
  readonly lines: number;
};

export type SheetRate = {
  readonly hits: number;
  readonly of: number;
  /** Fractions of one. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
};

export type SheetNote =
  /** No results of indicators; the weight is spread over the other accounts. */
  | 'no_indicator'
  /** No valid callback; the weight is spread over the other accounts. */
  | 'no_sample'
  | 'small_sample'
  /** It came to be after the period began. */
  | 'new_in_period'
  /** It ended before the period did, and has no rank and no pay factor. */
  | 'ended_in_period'
  /** Another of its group has the same score. */
  | 'tied'
  /** Fewer in its group than can be compared. */
  | 'small_group'
  /** Two people signed that it loses its performance pay. */
  | 'last_place_zero'
  /** Two people signed that it keeps its performance pay though it is last. */
  | 'last_place_spared'
  /** Last, and nothing is signed yet: its pay stays. */
  | 'last_place_undecided'
  /** A score below 0 gives a pay factor of 0. */
  | 'pay_floor';

/** One department in one period. Integers are exact; fractions of one are for display. */
export type DepartmentSheet = {
  readonly departmentId: string;
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly groupId: string;
  readonly accounts: Readonly<Record<Account, SheetAccount>>;
  /** The satisfaction account before rounding: points = 100 × numerator ÷ denominator. */
  readonly satisfactionRatio: { readonly numerator: number; readonly denominator: number } | null;
  /** The score in hundredths of a point, rounded once, half up; null where no account has anything to count. */
  readonly composite: number | null;
  readonly callbacks: CallbackCounts;
  readonly rates: {
    readonly response: SheetRate;
    readonly resolution: SheetRate;
    readonly satisfaction: SheetRate;
    readonly composite: number;
  } | null;
  readonly excludedRatio: { readonly excluded: number; readonly of: number };
  readonly volume: number | null;
  readonly band: ScoreBand | null;
  readonly rankInGroup: number | null;
  /** How many of its group are ranked. */
  readonly ranked: number;
  /** Hundredths. */
  readonly coefficient: number;
  /** Millionths: coefficient × score ÷ 100, exact; null where it has no score or ended. */
  readonly payFactor: number | null;
  readonly successorId: string | null;
  readonly notes: readonly SheetNote[];
};

/** All departments in one period, by their codes. JSON keeps all of it, and the same facts under the same policies give the same. */
export type PeriodSheet = {
  readonly period: AppraisalPeriod;
  /** Of all policies, in one line. */
  readonly policyVersion: string;
  readonly policyVersions: Readonly<Record<keyof SheetPolicies, string>>;
  readonly departments: readonly DepartmentSheet[];
};
