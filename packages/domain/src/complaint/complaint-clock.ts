import { dueDate, localDateOf } from '../calendar/index.ts';
import type { Instant, WorkingCalendar } from '../calendar/index.ts';
import { pauseWhileAway } from '../paused-days.ts';
import { happened } from '../decision.ts';
import type { ComplaintCommand } from './complaint-command.ts';
import type { ComplaintContext, ComplaintDecision } from './complaint-decision.ts';
import type { AwaitingComplainant, Clock, UnderSupervision } from './complaint.ts';

/** A clock that starts now, without pauses. `workingDays` in steps of 0.5. */
export function startClock(
  kind: Clock['kind'],
  start: Instant,
  workingDays: number,
  calendar: WorkingCalendar,
): Clock {
  return { kind, start, workingDays, pauses: [], due: dueDate({ start, workingDays, calendar }).due };
}

/**
 * The resolution clock goes on where it stood. The days of waiting are paused, the day of asking is not; waiting ends with
 * its own deadline, however late the reply comes or the time-out is noticed.
 */
export function resumedClock(state: AwaitingComplainant, now: Instant, calendar: WorkingCalendar): Clock {
  const { clock: waiting, resolution } = state;
  const today = localDateOf(now);
  const backOn = today < waiting.due.date ? today : waiting.due.date;
  const pause = pauseWhileAway(waiting.start, backOn, resolution.due, 'awaiting_complainant');
  if (pause === null) return resolution;
  const { start, workingDays } = resolution;
  const pauses = [...resolution.pauses, pause];
  return { ...resolution, pauses, due: dueDate({ start, workingDays, calendar, pauses }).due };
}

/** More days on the resolution clock, from the same start and with its pauses kept. `workingDays` in steps of 0.5. */
export function extendResolution(
  { resolution }: UnderSupervision | AwaitingComplainant,
  { workingDays: more, reason }: ComplaintCommand & { type: 'extend_resolution' },
  { now: at, calendar }: ComplaintContext,
): ComplaintDecision {
  const { start, pauses, due: before } = resolution;
  const workingDays = resolution.workingDays + more;
  const { due } = dueDate({ start, workingDays, calendar, pauses });
  const clock = { ...resolution, workingDays, due };
  return happened({ type: 'ResolutionExtended', at, workingDays: more, reason, before, clock });
}
