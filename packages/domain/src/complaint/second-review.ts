import { addDays, localDateOf, type Instant } from '../calendar/index.ts';
import { happened, refused } from '../decision.ts';
import type { Closed, Declined, SettledOnTheSpot, UnderReview } from './complaint.ts';
import type { Clock, Complaint } from './complaint.ts';
import { startClock } from './complaint-clock.ts';
import type { ComplaintCommand } from './complaint-command.ts';
import type { ComplaintContext, ComplaintDecision } from './complaint-decision.ts';

/**
 * One review (复查) of how a case ended: closed, settled on the spot, or declined and the objection to it rejected. Source:
 * 信访工作条例 (2022), art. 35: 30 days to ask.
 */
export function requestReview(
  state: Complaint,
  reason: string,
  { now: at, calendar, deadlines }: ComplaintContext,
): ComplaintDecision {
  if (state.status !== 'declined' && state.status !== 'settled_on_the_spot' && state.status !== 'closed')
    return refused('illegal_move', { status: state.status, command: 'request_review' });
  if (state.review !== null) return refused('reviewed_already');
  if (state.status === 'declined' && (state.objection === null || state.objection.decided === null))
    return refused('objection_comes_first');
  const last = addDays(localDateOf(endedAt(state)), deadlines.reviewCalendarDays);
  if (localDateOf(at) > last) return refused('review_closed', { last });
  const clock = startClock('review', at, deadlines.review, calendar);
  return happened({ type: 'ReviewRequested', at, reason, clock });
}

/** Decided by another unit than those that dealt with the case. What does not stand is worked on again. */
export function decideReview(
  state: UnderReview,
  { isChanged, text }: ComplaintCommand & { type: 'decide_review' },
  { actor, now: at, calendar, deadlines, item }: ComplaintContext,
): ComplaintDecision {
  if (actor.kind !== 'staff') return refused('not_authorised');
  const { staffId, departmentId } = actor;
  const concerned = [...(item?.concernedDepartmentIds ?? []), state.saidBy?.departmentId];
  if (concerned.includes(departmentId)) return refused('reviewed_by_same_unit');
  const { before } = state;
  let clock: Clock | null = null;
  if (isChanged && before.status === 'declined') clock = startClock('triage', at, deadlines.triage, calendar);
  if (isChanged && before.status === 'settled_on_the_spot')
    clock = startClock('resolution', at, deadlines[before.complexity], calendar);
  return happened({ type: 'ReviewDecided', at, isChanged, text, by: { staffId, departmentId }, clock });
}

function endedAt(state: Declined | SettledOnTheSpot | Closed): Instant {
  switch (state.status) {
    case 'closed':
      return state.closedAt;
    case 'settled_on_the_spot':
      return state.settledAt;
    case 'declined':
      return state.objection?.decided?.at ?? state.declinedAt;
  }
}
