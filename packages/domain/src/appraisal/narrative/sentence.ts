import type { RowRef } from '../../bulletin/figure.ts';
import type { CauseClass } from '../../complaint/complaint.ts';
import type { LossTally } from '../tally.ts';

/** What one tally comes to for one department: every row, and the first few of them by name. */
export type Digest = {
  readonly rows: number;
  /** Different complaints, items or cards among the rows. */
  readonly things: number;
  /** Hundredths of a point; 0 where the tally is not of points. */
  readonly centipoints: number;
  readonly cites: readonly RowRef[];
};

type Of<Code extends string, Data> = {
  readonly code: Code;
  /** 3 comes first. */
  readonly severity: 1 | 2 | 3;
  /** What is first among sentences of one severity and code. */
  readonly size: number;
  readonly cites: readonly RowRef[];
} & Readonly<Data>;

/** A thing to be told, as code and values; the words are the catalogue's. Every number is the count or sum of rows. */
export type Sentence =
  /** Points lost in the period, and over what most of them. */
  | Of<
      'points_lost',
      { departmentId: string; lost: number; cause: LossTally; lostOverIt: number; things: number }
    >
  | Of<'overdue', { departmentId: string; things: number; workingDaysLate: number }>
  /** Rates as fractions of one. */
  | Of<'composite_fell', { departmentId: string; now: number; before: number; valid: number }>
  | Of<'red_cards', { departmentId: string; rows: number }>
  /** Disputed or reopened after an answer, and not over. */
  | Of<'came_back', { departmentId: string; things: number }>
  | Of<'uncovered', { rows: number; isCapped: boolean }>
  /** Keeps coming, and nobody has found out why. */
  | Of<'recurring', { departmentId: string; category: string; causeClass: CauseClass; rows: number }>;

export type SentenceCode = Sentence['code'];
