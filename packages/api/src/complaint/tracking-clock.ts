import { dueDate, workingDaysLeft } from '@bihuan/domain';
import type { AwaitingComplainant, Clock, Complaint, Instant, Pause, WorkingCalendar } from '@bihuan/domain';
import type { TrackedClock } from './tracking.ts';

/** The running clock of a complaint with its proof; null where none runs. */
export function runningClock(state: Complaint, now: Instant, calendar: WorkingCalendar): TrackedClock | null {
  return 'clock' in state ? proven(state.clock, state.clock.pauses, now, calendar) : null;
}

/** The clock of the handling while the complainant is waited for. */
export function pausedClock(
  state: AwaitingComplainant,
  now: Instant,
  calendar: WorkingCalendar,
): TrackedClock {
  const waiting = dueDate({ start: state.clock.start, workingDays: 1, calendar });
  const from = waiting.proof[1]?.date ?? waiting.due.date;
  const open: Pause = { from, to: null, reason: 'awaiting_complainant' };
  return proven(state.resolution, [...state.resolution.pauses, open], now, calendar);
}

function proven(
  { kind, start, workingDays, due: stored }: Clock,
  pauses: readonly Pause[],
  now: Instant,
  calendar: WorkingCalendar,
): TrackedClock {
  const reckoned = dueDate({ start, workingDays, calendar, pauses });
  if (reckoned.due === null)
    return {
      kind,
      start,
      workingDays,
      pauses,
      due: null,
      pausedSince: reckoned.pausedSince,
      proof: reckoned.proof,
      daysLeft: null,
    };
  const daysLeft = workingDaysLeft(stored, now, calendar);
  return {
    kind,
    start,
    workingDays,
    pauses,
    due: stored,
    pausedSince: null,
    proof: reckoned.proof,
    daysLeft,
  };
}
