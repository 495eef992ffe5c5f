import type { Due } from './due.ts';
import { addDays, instantAt, localDateOf, millisOf } from './local-date.ts';
import type { Instant } from './local-date.ts';
import { countWorkingDays } from './working-calendar.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** When the due half-day is over: a morning at 12:00, an afternoon at 00:00 of the next day, Shanghai time. Throws RangeError for a bad day. */
export function endOf({ date, half }: Due): Instant {
  return half === 'am' ? instantAt(date, '12:00') : instantAt(addDays(date, 1), '00:00');
}

/** Whether the due half-day is over. Throws RangeError for a bad day or instant. */
export function isPast(due: Due, now: Instant): boolean {
  return millisOf(now) >= millisOf(endOf(due));
}

/**
 * Working days still to come after today up to the due date, in steps of 0.5 (a due morning is half a day): on the day of
 * the event all that were given, on the day before 1, on the due date 0. Negative exactly when late, then
 * `-workingDaysLate`. Throws RangeError for a bad day or instant.
 */
export function workingDaysLeft(due: Due, now: Instant, calendar: WorkingCalendar): number {
  if (isPast(due, now)) return -workingDaysLate(due, now, calendar);
  const left = countWorkingDays(calendar, localDateOf(now), due.date) - (due.half === 'am' ? 0.5 : 0);
  return Math.max(0, left);
}

/**
 * Working days over the due date, in steps of 0.5, today counted as soon as it begins: 0 while not late, 1 on the first
 * working day after a due afternoon, 0.5 on the afternoon after a due morning. Lateness of less than that, on the rest
 * days straight after the due date, is half a day. Throws RangeError for a bad day or instant.
 */
export function workingDaysLate(due: Due, now: Instant, calendar: WorkingCalendar): number {
  if (!isPast(due, now)) return 0;
  const late = countWorkingDays(calendar, due.date, localDateOf(now)) + (due.half === 'am' ? 0.5 : 0);
  return Math.max(0.5, late);
}
