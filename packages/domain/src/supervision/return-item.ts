import { isPast } from '../calendar/index.ts';
import { happened, refused } from '../decision.ts';
import { departmentDue } from './department-clock.ts';
import type { ItemCommand } from './item-command.ts';
import type { ItemContext, ItemDecision } from './item-decision.ts';
import { lastRunningMoment } from './item-wait.ts';
import type { Assigned } from './supervision-item.ts';

/** Sends the item back (退回) with reason and legal basis: in time, not too often, and never one that was designated. */
export function returnItem(
  state: Assigned,
  { reason, legalBasis, cause }: ItemCommand & { type: 'return' },
  { now: at, calendar, deadlines }: ItemContext,
): ItemDecision {
  if (state.assignment.isDesignated) return refused('designated_cannot_be_returned');
  if (state.returns >= deadlines.maxReturns)
    return refused('returned_too_often', { most: deadlines.maxReturns });
  const clock = { start: state.assignedAt, workingDays: deadlines.returnWithin };
  const until = departmentDue(clock, state.interruptions, calendar);
  if (isPast(until, lastRunningMoment(state, at))) return refused('return_too_late', { until: until.date });
  const why = cause === undefined ? {} : { cause };
  return happened({ type: 'ItemReturned', at, reason, legalBasis, ...why });
}
