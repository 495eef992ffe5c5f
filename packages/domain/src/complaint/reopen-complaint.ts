import { addDays, localDateOf } from '../calendar/index.ts';
import { happened, refused } from '../decision.ts';
import type { Closed } from './complaint.ts';
import type { ComplaintContext, ComplaintDecision } from './complaint-decision.ts';

/** The complainant may reopen a few times within some days of the closing; later or oftener only an admin may, and so where it has its final answer. */
export function reopenComplaint(
  state: Closed,
  reason: string,
  { actor, now: at, deadlines }: ComplaintContext,
): ComplaintDecision {
  if (actor.kind === 'complainant') {
    if (state.final !== null) return refused('finally_answered', { date: localDateOf(state.final.at) });
    const lastDay = addDays(localDateOf(state.closedAt), deadlines.reopenCalendarDays);
    if (localDateOf(at) > lastDay) return refused('reopen_closed');
    if (state.reopens >= deadlines.maxReopens)
      return refused('reopened_too_often', { most: deadlines.maxReopens });
  }
  return happened({ type: 'ComplaintReopened', at, reason });
}
