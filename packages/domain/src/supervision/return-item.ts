import { dueDate, isPast } from '../calendar/index.ts';
import { happened, refused } from '../decision.ts';
import type { ItemCommand } from './item-command.ts';
import type { ItemContext, ItemDecision } from './item-decision.ts';
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
  const until = dueDate({ start: state.assignedAt, workingDays: deadlines.returnWithin, calendar }).due;
  if (isPast(until, at)) return refused('return_too_late', { until: until.date });
  const why = cause === undefined ? {} : { cause };
  return happened({ type: 'ItemReturned', at, reason, legalBasis, ...why });
}
