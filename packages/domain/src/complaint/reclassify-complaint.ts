import { dueDate, isPast } from '../calendar/index.ts';
import { happened, refused } from '../decision.ts';
import type { Accepted, AwaitingComplainant, Clock, Complaint, UnderSupervision } from './complaint.ts';
import type { ComplaintCommand } from './complaint-command.ts';
import type { ComplaintContext, ComplaintDecision } from './complaint-decision.ts';

/**
 * Gives a complaint another category or complexity. The handling's clock keeps its start and its pauses; only the number of
 * working days is another. A date that would be over at once is refused: nobody is late by a stroke of the pen.
 */
export function reclassifyComplaint(
  state: Complaint,
  { category, complexity, reason }: ComplaintCommand & { type: 'reclassify' },
  { now: at, calendar, deadlines }: Pick<ComplaintContext, 'now' | 'calendar' | 'deadlines'>,
): ComplaintDecision {
  const running = handlingClock(state);
  if (running === null || !('category' in state))
    return refused('illegal_move', { status: state.status, command: 'reclassify' });
  if (state.category === category && state.complexity === complexity)
    return refused('classification_unchanged');
  const clock = clockOf(running, deadlines[complexity], calendar);
  const isLateAlready = isPast(running.due, at);
  const isPaused = state.status === 'awaiting_complainant';
  if (isPast(clock.due, at) && !isLateAlready && !isPaused)
    return refused('due_would_be_past', { date: clock.due.date });
  return happened({
    ...{ type: 'ComplaintReclassified', at, category, complexity, reason },
    ...{ before: running.due, clock },
  });
}

/** The clock of the handling; null where none runs. */
export function handlingClock(state: Complaint): Clock | null {
  if (state.status === 'accepted') return state.clock;
  return isHandled(state) ? state.resolution : null;
}

function isHandled(state: Complaint): state is UnderSupervision | AwaitingComplainant {
  return state.status === 'under_supervision' || state.status === 'awaiting_complainant';
}

function clockOf(
  running: Accepted['clock'],
  workingDays: number,
  calendar: ComplaintContext['calendar'],
): Clock {
  const { start, pauses } = running;
  if (workingDays === running.workingDays) return running;
  return { ...running, workingDays, due: dueDate({ start, workingDays, calendar, pauses }).due };
}
