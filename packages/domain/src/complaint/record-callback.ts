import { millisOf, shanghaiTimeOf, type Instant } from '../calendar/index.ts';
import { happened, refused } from '../decision.ts';
import { unitsOf } from '../people/actor.ts';
import type { DeadlinePolicy } from '../policy/deadline-policy.ts';
import type { Complaint } from './complaint.ts';
import type { ComplaintCommand } from './complaint-command.ts';
import type { ComplaintContext, ComplaintDecision } from './complaint-decision.ts';

/** A call by the window, never by a department concerned; the three questions count only where it was valid. */
export function recordCallback(
  state: Complaint,
  command: ComplaintCommand & { type: 'record_callback' },
  { actor, now: at, deadlines, item }: ComplaintContext,
): ComplaintDecision {
  if (actor.kind !== 'staff') return refused('not_authorised');
  if (unitsOf(actor).some((unit) => item?.concernedDepartmentIds.includes(unit)))
    return refused('callback_by_concerned_department');
  if (!state.reachable) return refused('complainant_not_reachable');
  if (isCallbackExhausted(state, deadlines))
    return refused('callbacks_exhausted', { most: deadlines.callbackTries });
  const { outcome, contacted, solved, satisfaction, note } = command;
  if (outcome === 'valid' && satisfaction === null) return refused('callback_incomplete');
  const answers = outcome === 'valid' && satisfaction !== null ? { contacted, solved, satisfaction } : null;
  return happened({
    type: 'CallbackRecorded',
    at,
    callback: { at, staffId: actor.staffId, outcome, answers, ...(note ? { note } : {}) },
  });
}

/**
 * Whether the tries of this round are used up without a valid callback. Tries are half-days: calling thrice in one morning
 * is one try.
 */
export function isCallbackExhausted(state: Complaint, deadlines: DeadlinePolicy): boolean {
  const ofRound = state.callbacks.filter(
    (callback) => !('resolution' in state) || millisOf(callback.at) >= millisOf(state.resolution.start),
  );
  const since = ofRound.findLastIndex((callback) => callback.outcome === 'valid') + 1;
  return (
    new Set(ofRound.slice(since).map((callback) => halfDayOf(callback.at))).size >= deadlines.callbackTries
  );
}

function halfDayOf(at: Instant): string {
  const { date, hour } = shanghaiTimeOf(at);
  return `${date} ${hour < 12 ? 'am' : 'pm'}`;
}
