import type { RowRef } from '../../bulletin/figure.ts';
import type { Instant, LocalDate } from '../../calendar/index.ts';
import type { SatisfactionLevel } from '../../complaint/complaint.ts';

/** Something of a department at a moment. */
export type Done = { readonly row: RowRef; readonly departmentId: string; readonly at: Instant };

/** What detectors read of one period: plain facts, each with its row. */
export type GamingFacts = {
  readonly period: string;
  /** Its last day. */
  readonly lastDay: LocalDate;
  /** When the office closes, `17:30`. */
  readonly closesAt: string;
  /** Closings of complaints, and when each came back; null where it did not. */
  readonly closings: readonly (Done & { readonly cameBackAt: Instant | null })[];
  /** Requests to strike off, with the day the item was due. */
  readonly requests: readonly (Done & { readonly dueOn: LocalDate })[];
  /** Complaints under items struck off, and whether a callback came through. */
  readonly cases: readonly (Done & { readonly isCalledBack: boolean })[];
  /** Returns of items, one for each. */
  readonly returns: readonly Done[];
  readonly ratings: readonly (Done & { readonly level: SatisfactionLevel })[];
  /** What a panel took out of the rates. */
  readonly exclusions: readonly Done[];
  readonly merges: readonly Done[];
};

export const GAMING_KINDS = [
  'closed_then_reopened',
  'closed_at_last_minute',
  'callback_coverage',
  'returned_repeatedly',
  'five_star_run',
  'excluded_before_period_end',
  'merged_before_period_end',
] as const;
export type GamingKind = (typeof GAMING_KINDS)[number];

/** What a detector found: of whom, the rows, and the numbers it compared. */
export type Found = {
  readonly kind: GamingKind;
  readonly departmentId: string;
  readonly period: string;
  /** Set where a signal is of one thing, so that each has its own. */
  readonly subjectId: string | null;
  readonly rows: readonly RowRef[];
  readonly values: Readonly<Record<string, number>>;
};
