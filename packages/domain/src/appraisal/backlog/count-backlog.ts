import { addDays, daysBetween, instantAt, localDateOf, type LocalDate } from '../../calendar/index.ts';
import type { Holder, OpenSpan } from './open-spans.ts';

/** Age in calendar days at the end of a day: up to 3, 7, 15, 30, and more. */
export const AGE_CLASSES = ['up_to_3', 'up_to_7', 'up_to_15', 'up_to_30', 'over_30'] as const;
export type AgeClass = (typeof AGE_CLASSES)[number];

export function ageClassOf(days: number): AgeClass {
  if (days <= 3) return 'up_to_3';
  if (days <= 7) return 'up_to_7';
  if (days <= 15) return 'up_to_15';
  return days <= 30 ? 'up_to_30' : 'over_30';
}

/** How many cases of one age lay with one holder when a day was over. */
export type BacklogCount = {
  readonly day: LocalDate;
  readonly about: 'complaint' | 'item';
  readonly holder: Holder;
  readonly ageClass: AgeClass;
  readonly count: number;
};

/** Where a span stood when a day was over; null where it was not open then. */
export function standingOn({ row, since, from, until, holder }: OpenSpan, day: LocalDate) {
  const end = instantAt(addDays(day, 1), '00:00');
  if (row.about === 'card' || from >= end || (until !== null && until < end)) return null;
  const { about } = row;
  return { day, about, holder, ageClass: ageClassOf(daysBetween(localDateOf(since), day)) };
}

/** Counts what was open at the end of each day from `first` to `last`, handed in case by case; keeps counts alone. */
export class BacklogTally {
  readonly #days: readonly LocalDate[];
  readonly #counts = new Map<string, BacklogCount>();

  constructor(first: LocalDate, last: LocalDate) {
    const length = Math.max(0, daysBetween(first, last) + 1);
    this.#days = Array.from({ length }, (_, index) => addDays(first, index));
  }

  add(spans: readonly OpenSpan[]): void {
    for (const span of spans)
      for (const day of this.#days) {
        const standing = standingOn(span, day);
        if (standing === null) continue;
        const key = Object.values(standing).join(' ');
        const count = (this.#counts.get(key)?.count ?? 0) + 1;
        this.#counts.set(key, { ...standing, count });
      }
  }

  counts(): readonly BacklogCount[] {
    return [...this.#counts.values()];
  }
}
