import { addDays, countWorkingDays, isPast, localDateOf, workingDaysLate } from './calendar/index.ts';
import type { ClosedPause, Due, Instant, LocalDate, WorkingCalendar } from './calendar/index.ts';

/**
 * The days a clock stands still because the matter lay elsewhere: those after it was handed over, up to the day it came
 * back. Handed over on the very day it was due and still in time, that day is given back too, for otherwise it would come
 * back late. Null where it came back the same day.
 */
export function pauseWhileAway(
  leftAt: Instant,
  backOn: LocalDate,
  due: Due,
  reason: string,
): ClosedPause | null {
  const leftOn = localDateOf(leftAt);
  if (backOn <= leftOn) return null;
  const isLastDay = leftOn === due.date && !isPast(due, leftAt);
  return { from: isLastDay ? leftOn : addDays(leftOn, 1), to: backOn, reason };
}

/** Working days late in steps of 0.5, less those of pauses after the due date, each day once: nobody is late while it lies elsewhere. */
export function workingDaysLateUnpaused(
  due: Due,
  now: Instant,
  pauses: readonly ClosedPause[],
  calendar: WorkingCalendar,
): number {
  let paused = 0;
  let counted = due.date;
  for (const { from, to } of pauses.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (to <= counted) continue;
    const before = addDays(from, -1);
    paused += countWorkingDays(calendar, before > counted ? before : counted, to);
    counted = to;
  }
  return Math.max(0, workingDaysLate(due, now, calendar) - paused);
}
