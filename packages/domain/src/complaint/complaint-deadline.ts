import { isPast, recomputeProvisional, type Instant, type WorkingCalendar } from '../calendar/index.ts';
import { crossingKey } from '../crossing-key.ts';
import { happened, refused } from '../decision.ts';
import { workingDaysLateUnpaused } from '../paused-days.ts';
import type { DeadlinePolicy } from '../policy/deadline-policy.ts';
import type { Complaint } from './complaint.ts';
import type { ComplaintContext, ComplaintDecision } from './complaint-decision.ts';
import type { ComplaintEvent } from './complaint-event.ts';
import { isLawfulForComplaint } from './lawful-commands.ts';

type Crossing = ComplaintEvent & { type: 'DeadlineCrossed' };

/**
 * What the running deadline has crossed and is not yet written: the due date itself, then one level for every further
 * `lateStep` working days. None on a provisional date, and none while the complainant has the ball.
 */
export function newComplaintCrossings(
  state: Complaint,
  at: Instant,
  calendar: WorkingCalendar,
  { lateStep }: DeadlinePolicy,
): readonly Crossing[] {
  if (!('clock' in state) || !isLawfulForComplaint(state.status, 'cross_deadline')) return [];
  const { kind, due, pauses } = state.clock;
  if (due.provisional || !isPast(due, at)) return [];
  const reached = Math.floor(workingDaysLateUnpaused(due, at, pauses, calendar) / lateStep);
  return Array.from({ length: reached + 1 }, (_, level) => level)
    .filter((level) => !state.crossings.includes(crossingKey(kind, due.date, level)))
    .map((level) => ({ type: 'DeadlineCrossed', at, clock: kind, due, level }));
}

/** Writes the crossings that have come about, each once. */
export function crossDeadline(
  state: Complaint,
  { now, calendar, deadlines }: ComplaintContext,
): ComplaintDecision {
  if (!('clock' in state) || !isPast(state.clock.due, now)) return refused('not_due_yet');
  if (state.clock.due.provisional) return refused('due_is_provisional');
  const events = newComplaintCrossings(state, now, calendar, deadlines);
  return events.length === 0 ? refused('already_crossed') : { ok: true, events };
}

/**
 * Reckons a provisional due date again, once the official calendar of its year is loaded. A date that stands is written
 * too, because it is provisional no more.
 */
export function recomputeDue(state: Complaint, { now: at, calendar }: ComplaintContext): ComplaintDecision {
  if (!('clock' in state)) return refused('due_unchanged');
  const { start, workingDays, pauses, due: before } = state.clock;
  const { moved, due } = recomputeProvisional({ start, workingDays, pauses }, before, calendar);
  if (!moved && due.provisional === before.provisional) return refused('due_unchanged');
  return happened({ type: 'DueDateRecomputed', at, before, clock: { ...state.clock, due } });
}
