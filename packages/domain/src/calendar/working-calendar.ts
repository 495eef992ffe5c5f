import { addDays, isLocalDate, weekdayOf } from './local-date.ts';
import type { LocalDate } from './local-date.ts';

/** One line of a year's official notice: a day of a holiday ('rest'), or a weekend day worked in exchange ('working'). */
export type CalendarDayRow = {
  readonly date: LocalDate;
  readonly kind: 'rest' | 'working';
  readonly name: string;
};

export type WorkingCalendar = {
  readonly coveredYears: ReadonlySet<number>;
  readonly days: ReadonlyMap<LocalDate, CalendarDayRow>;
};

export type CalendarDay = {
  readonly date: LocalDate;
  readonly working: boolean;
  readonly reason: 'weekday' | 'weekend' | 'holiday' | 'make_up';
  /** The holiday the day belongs to, as its row names it; null where no row speaks of the day. */
  readonly name: string | null;
  /** True while the official calendar of the day's year is not loaded. */
  readonly provisional: boolean;
};

/** 全国年节及纪念日放假办法 (2024 修订) art. 2: the holidays whose day in the solar calendar never changes. */
const FIXED_HOLIDAYS: ReadonlySet<string> = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']);

/**
 * A calendar of the years whose official notice is loaded, with the days those notices name. A covered year's other days
 * are plain weekdays and weekends; rows of years not covered are kept but not believed. Throws RangeError for a year that
 * is not whole, a day that does not exist, or two rows on one day.
 */
export function workingCalendar(
  coveredYears: readonly number[],
  rows: readonly CalendarDayRow[],
): WorkingCalendar {
  for (const year of coveredYears) {
    if (!Number.isInteger(year)) throw new RangeError(`not a year: ${year}`);
  }
  const days = new Map<LocalDate, CalendarDayRow>();
  for (const row of rows) {
    if (!isLocalDate(row.date)) throw new RangeError(`not a date YYYY-MM-DD: ${row.date}`);
    if (days.has(row.date)) throw new RangeError(`two calendar rows on ${row.date}`);
    days.set(row.date, row);
  }
  return { coveredYears: new Set(coveredYears), days };
}

/**
 * What a day is. In a year not covered: weekdays less the fixed-date holidays, marked provisional, without names.
 * Throws RangeError for a bad day.
 */
export function dayOf(calendar: WorkingCalendar, date: LocalDate): CalendarDay {
  const isWeekend = weekdayOf(date) >= 6;
  const usual = isWeekend ? 'weekend' : 'weekday';
  if (!calendar.coveredYears.has(Number(date.slice(0, 4)))) {
    const isHoliday = FIXED_HOLIDAYS.has(date.slice(5));
    return {
      date,
      working: !isHoliday && !isWeekend,
      reason: isHoliday ? 'holiday' : usual,
      name: null,
      provisional: true,
    };
  }
  const row = calendar.days.get(date);
  if (row === undefined) return { date, working: !isWeekend, reason: usual, name: null, provisional: false };
  if (row.kind === 'rest')
    return { date, working: false, reason: 'holiday', name: row.name, provisional: false };
  return {
    date,
    working: true,
    reason: isWeekend ? 'make_up' : 'weekday',
    name: row.name,
    provisional: false,
  };
}

/** Working days after `after` up to and including `through`; 0 where `through` is not later. Throws RangeError for a bad day. */
export function countWorkingDays(calendar: WorkingCalendar, after: LocalDate, through: LocalDate): number {
  let count = 0;
  for (let date = addDays(after, 1); date <= through; date = addDays(date, 1)) {
    if (dayOf(calendar, date).working) count += 1;
  }
  return count;
}
