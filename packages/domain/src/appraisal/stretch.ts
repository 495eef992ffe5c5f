import { addDays, daysBetween, type LocalDate } from '../calendar/index.ts';

/** First and last day, both among it. */
export type DayRange = { readonly firstDay: LocalDate; readonly lastDay: LocalDate };

/** As much of the period before as has gone by of this one on a day, the whole of it at most. */
export function sameStretchBefore(period: DayRange, before: DayRange, today: LocalDate): DayRange {
  const until = addDays(before.firstDay, Math.max(0, daysBetween(period.firstDay, today)));
  return { firstDay: before.firstDay, lastDay: until < before.lastDay ? until : before.lastDay };
}

/** The latest `count` months up to that of a day, the oldest first: `2026-10`. */
export function monthsUpTo(day: LocalDate, count: number): readonly string[] {
  const last = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  return Array.from({ length: count }, (_, index) => {
    const month = last - count + 1 + index;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

/** The days of a month: `2026-02` → 1 to 28 February. */
export function daysOfMonth(month: string): DayRange {
  const after = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  const next = `${Math.floor(after / 12)}-${String((after % 12) + 1).padStart(2, '0')}-01`;
  return { firstDay: `${month}-01`, lastDay: addDays(next, -1) };
}
