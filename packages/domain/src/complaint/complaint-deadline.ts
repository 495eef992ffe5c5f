import { isPast, recomputeProvisional, workingDaysLate } from '../calendar/index.ts';
import { crossingKey } from '../crossing-key.ts';
import { happened, refused } from '../decision.ts';
import type { Complaint } from './complaint.ts';
import type { ComplaintContext, ComplaintDecision } from './complaint-decision.ts';
import type { ComplaintEvent } from './complaint-event.ts';

/** Writes what the running deadline has crossed and is not yet written: each level once, none on a provisional date. */
export function crossDeadline(
  state: Complaint,
  { now: at, calendar, deadlines }: ComplaintContext,
): ComplaintDecision {
  if (!('clock' in state) || !isPast(state.clock.due, at)) return refused('not_due_yet');
  const { kind, due } = state.clock;
  if (due.provisional) return refused('due_is_provisional');
  const reached = Math.floor(workingDaysLate(due, at, calendar) / deadlines.lateStep);
  const levels = Array.from({ length: reached + 1 }, (_, level) => level);
  const events = levels
    .filter((level) => !state.crossings.includes(crossingKey(kind, due.date, level)))
    .map((level): ComplaintEvent => ({ type: 'DeadlineCrossed', at, clock: kind, due, level }));
  return events.length === 0 ? refused('already_crossed') : { ok: true, events };
}

/** Reckons a provisional due date again, after the official calendar of its year was loaded. */
export function recomputeDue(state: Complaint, { now: at, calendar }: ComplaintContext): ComplaintDecision {
  if (!('clock' in state)) return refused('due_unchanged');
  const { start, workingDays, pauses, due: before } = state.clock;
  const { moved, due } = recomputeProvisional({ start, workingDays, pauses }, before, calendar);
  if (!moved) return refused('due_unchanged');
  return happened({ type: 'DueDateRecomputed', at, before, clock: { ...state.clock, due } });
}
