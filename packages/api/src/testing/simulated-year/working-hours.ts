import {
  addDays,
  dayOf,
  instantAt,
  localDateOf,
  type Instant,
  type LocalDate,
  type WorkingCalendar,
} from '@bihuan/domain';

/** A moment of that day after 09:00, by the minute. */
export function at(date: LocalDate, minutes: number): Instant {
  return new Date(Date.parse(instantAt(date, '09:00')) + minutes * 60_000).toISOString();
}

/** The same time of day, so many working days on. */
export function workingDaysOn(from: Instant, days: number, calendar: WorkingCalendar): Instant {
  const date = localDateOf(from);
  return new Date(Date.parse(from) + daysTo(workingDayAfter(date, days, calendar), date)).toISOString();
}

/** The `nth` working day after a date. */
export function workingDayAfter(date: LocalDate, nth: number, calendar: WorkingCalendar): LocalDate {
  let reached = date;
  for (let left = nth; left > 0;) {
    reached = addDays(reached, 1);
    if (dayOf(calendar, reached).working) left -= 1;
  }
  return reached;
}

function daysTo(date: LocalDate, from: LocalDate): number {
  return Date.parse(date) - Date.parse(from);
}
