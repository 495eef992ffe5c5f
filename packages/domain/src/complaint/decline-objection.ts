import { addDays, localDateOf } from '../calendar/index.ts';
import { happened, refused } from '../decision.ts';
import type { Declined, Objected } from './complaint.ts';
import { startClock } from './complaint-clock.ts';
import type { ComplaintCommand } from './complaint-command.ts';
import type { ComplaintContext, ComplaintDecision } from './complaint-decision.ts';

/** One objection to a decline, within some days of it. A complaint declined before that was kept has no last day. */
export function objectToDecline(
  state: Declined,
  reason: string,
  { now: at, calendar, deadlines }: ComplaintContext,
): ComplaintDecision {
  if (state.objection !== null) return refused('objected_already');
  if (state.review !== null) return refused('reviewed_already');
  const last = addDays(localDateOf(state.declinedAt), deadlines.objectCalendarDays);
  if (localDateOf(at) > last) return refused('objection_closed', { last });
  const clock = startClock('objection', at, deadlines.objection, calendar);
  return happened({ type: 'DeclineObjected', at, reason, clock });
}

/** Decided by another person than the one who declined. An upheld objection brings the complaint back to triage. */
export function decideObjection(
  state: Objected,
  { isUpheld, text }: ComplaintCommand & { type: 'decide_objection' },
  { actor, now: at, calendar, deadlines }: ComplaintContext,
): ComplaintDecision {
  if (actor.kind !== 'staff') return refused('not_authorised');
  const { staffId, departmentId } = actor;
  if (state.saidBy?.staffId === staffId) return refused('decided_by_same_person');
  const clock = isUpheld ? startClock('triage', at, deadlines.triage, calendar) : null;
  return happened({ type: 'ObjectionDecided', at, isUpheld, text, by: { staffId, departmentId }, clock });
}
