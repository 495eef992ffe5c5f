import { addDays, dueDate, localDateOf } from '../calendar/index.ts';
import type { ClosedPause, Instant, LocalDate, WorkingCalendar } from '../calendar/index.ts';
import type { AwaitingComplainant, Clock } from './complaint.ts';

/** A clock that starts now, without pauses. `workingDays` in steps of 0.5. */
export function startClock(
  kind: Clock['kind'],
  start: Instant,
  workingDays: number,
  calendar: WorkingCalendar,
): Clock {
  return { kind, start, workingDays, pauses: [], due: dueDate({ start, workingDays, calendar }).due };
}

/** The resolution clock goes on where it stood; the days of waiting are paused, the day of asking is not. */
export function resumedClock(state: AwaitingComplainant, now: Instant, calendar: WorkingCalendar): Clock {
  const from: LocalDate = addDays(localDateOf(state.clock.start), 1);
  const to = localDateOf(now);
  if (to < from) return state.resolution;
  const pause: ClosedPause = { from, to, reason: 'awaiting_complainant' };
  const pauses = [...state.resolution.pauses, pause];
  const { start, workingDays } = state.resolution;
  return { ...state.resolution, pauses, due: dueDate({ start, workingDays, calendar, pauses }).due };
}
