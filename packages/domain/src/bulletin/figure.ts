import type { CallbackCounts } from '../appraisal/three-rates.ts';
import type { WrittenAnchor } from '../audit/day-anchor.ts';
import type { Instant, LocalDate } from '../calendar/index.ts';
import type { CauseClass } from '../complaint/complaint.ts';
import type { Source } from '../supervision/supervision-item.ts';
import type { Band } from './band.ts';
import type { BulletinMonth } from './bulletin-month.ts';

/** What is counted of a month, in the order in which it is told. */
export const FIGURES = [
  'filed',
  'filed_portal',
  'filed_walk_in',
  'filed_phone',
  'filed_transfer_12345',
  'filed_api',
  'accepted',
  'declined',
  'withdrawn',
  'settled',
  'answered',
  'closed',
  'complaints_open',
  'calls',
  'calls_valid',
  'calls_contacted',
  'calls_solved',
  'calls_satisfied',
  'calls_basically',
  'calls_excluded',
  'items_registered',
  'items_open',
  'items_late',
  'items_struck_off',
  'items_on_time',
  'items_struck_late',
  'items_watched',
  'items_long_running',
  'items_referred_up',
  'items_suspended',
  'items_rework',
  'items_rebounded',
  'yellow_cards',
  'red_cards',
  'cards_revoked',
  'reports',
  'visits',
  'uncovered',
] as const;
export type FigureKey = (typeof FIGURES)[number];

/** Which of them are told of each department. */
export const DEPARTMENT_FIGURES = [
  'items_open',
  'items_late',
  'items_on_time',
  'items_struck_late',
  'yellow_cards',
  'red_cards',
  'reports',
  'visits',
  'calls_valid',
  'calls_contacted',
  'calls_solved',
  'calls_satisfied',
  'calls_basically',
  'calls_excluded',
] as const satisfies readonly FigureKey[];

/** One counted thing: what it is, and the number it goes by. Nothing of what was written in it. */
export type RowRef = {
  readonly about: 'complaint' | 'item' | 'card';
  readonly id: string;
  readonly number: string;
};

/** A number with everything that was counted, one row each: `value` is how many there are. */
export type Figure = { readonly key: FigureKey; readonly value: number; readonly rows: readonly RowRef[] };

export type DepartmentFigures = {
  readonly departmentId: string;
  readonly name: string;
  readonly nameEn: string;
  readonly figures: readonly Figure[];
  readonly band: Band;
  /** The composite rate with its interval; null where there was no valid callback. */
  readonly composite: { readonly value: number; readonly low: number; readonly high: number } | null;
};

/** One line of the strike-off list (销号清单). */
export type StrikeOffLine = {
  readonly itemId: string;
  readonly number: string;
  readonly departmentId: string;
  readonly source: Source;
  readonly category: string | null;
  readonly deadlineOn: LocalDate;
  readonly struckOffOn: LocalDate;
  readonly isOnTime: boolean;
};

export type RecurringLine = {
  readonly category: string;
  readonly departmentId: string;
  readonly causeClass: CauseClass;
  readonly rows: readonly RowRef[];
};

/** What became known only after a bulletin was drafted. Its figures stay; the next one says so. */
export type CorrectionLine = {
  readonly month: BulletinMonth;
  readonly key: FigureKey;
  readonly was: number;
  readonly is: number;
  /** What a person noted; empty where counting again found it. */
  readonly note: string;
};

export type Named = { readonly id: string; readonly name: string; readonly nameEn: string };

/** Everything a monthly bulletin tells, as of one moment, with the names things had then. */
export type MonthSnapshot = {
  readonly of: 'month';
  readonly month: BulletinMonth;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  /** The moment of counting; what was written later, or after this place in the log, is not in it. */
  readonly cutAt: Instant;
  readonly cutPosition: string;
  readonly policyVersion: string;
  readonly figures: readonly Figure[];
  readonly departments: readonly DepartmentFigures[];
  readonly strikeOffs: readonly StrikeOffLine[];
  readonly recurring: readonly RecurringLine[];
  readonly corrections: readonly CorrectionLine[];
  /** Names of categories, by code. */
  readonly categories: readonly Named[];
  /** The last anchor of the period; absent where it was drafted before there were any. */
  readonly anchor?: WrittenAnchor;
};

export function figureValue(figures: readonly Figure[], key: FigureKey): number {
  return figures.find((figure) => figure.key === key)?.value ?? 0;
}

export function callbackCountsOf(figures: readonly Figure[]): CallbackCounts {
  return {
    valid: figureValue(figures, 'calls_valid'),
    contacted: figureValue(figures, 'calls_contacted'),
    solved: figureValue(figures, 'calls_solved'),
    satisfied: figureValue(figures, 'calls_satisfied'),
    basicallySatisfied: figureValue(figures, 'calls_basically'),
  };
}
