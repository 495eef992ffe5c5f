import { localDateOf, type Instant } from '../calendar/index.ts';
import { CALENDAR_QUARTERS, periodOn, type PeriodSchedule } from './period.ts';

export const ACCOUNTS = ['indicator', 'supervision', 'satisfaction', 'adjustment'] as const;
export type Account = (typeof ACCOUNTS)[number];

export type ScoringRule =
  | 'struck_off_on_time'
  | 'late'
  | 'further_late'
  | 'rework'
  | 'false_request'
  | 'weak_report'
  | 'yellow_card'
  | 'red_card'
  | 'card_revoked'
  | 'objection_upheld'
  | 'line_corrected'
  | 'bonus'
  | 'deduction'
  | 'hard_problem'
  | 'error_tolerance'
  | 'reversed';

/** One line of the ledger as the rule makes it; where it is kept, it gets an id and the event that caused it. */
export type ScoreLine = {
  readonly departmentId: string;
  /** Appraisal period, e.g. `2026-Q3`. */
  readonly period: string;
  readonly account: Account;
  readonly rule: ScoringRule;
  /** Hundredths of a point. */
  readonly centipoints: number;
  readonly policyVersion: string;
  /** What the rule read, so that the arithmetic can be shown. */
  readonly arithmetic: Readonly<Record<string, string | number>>;
  /** Which one of a capped rule this is within department and period, from 1; null where the rule has no cap. */
  readonly ordinal: number | null;
};

/** The period a moment falls into, in Shanghai. */
export function periodOf(at: Instant, schedule: PeriodSchedule = CALENDAR_QUARTERS): string {
  return periodOn(localDateOf(at), schedule).id;
}
