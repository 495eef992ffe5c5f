import type { LocalDate } from '@bihuan/domain';

/** A department in a period, under the rules as they were and under the draft. */
export type TriedStanding = {
  readonly departmentId: string;
  readonly name: string;
  readonly nameEn: string;
  readonly before: Standing;
  readonly after: Standing;
  /** Whether lines of the ledger would be others, so that there is something to open. */
  readonly hasLines: boolean;
};

export type Standing = {
  /** Hundredths of a point; null: no sample. */
  readonly composite: number | null;
  readonly supervision: number | null;
  readonly rank: number | null;
  /** Millionths. */
  readonly payFactor: number | null;
};

export type TriedPeriod = {
  readonly id: string;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  /** Those that would stand otherwise. */
  readonly moved: readonly TriedStanding[];
  readonly departments: number;
};

/** Of how many of a term, how many dates would be earlier and later, and by how many days together. */
export type TriedTerm = {
  readonly term: string;
  readonly cases: number;
  readonly earlier: number;
  readonly later: number;
  readonly days: number;
};

/** What came of the cards: how many there were, and how many would be of another colour, not proposed, or more. */
export type TriedCards = {
  readonly cards: number;
  readonly otherColour: number;
  readonly fewer: number;
  readonly more: number;
  readonly otherPoints: number;
};

export type PolicyTryOutResult = {
  readonly events: number;
  readonly lines: number;
  readonly periods: readonly TriedPeriod[];
  readonly terms: readonly TriedTerm[];
  readonly cards: TriedCards | null;
};

/** Sums by department and period. */
export type Sums = Map<string, number>;

export function sumKey(departmentId: string, period: string): string {
  return `${departmentId} ${period}`;
}
