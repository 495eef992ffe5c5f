import { happened, refused } from '../decision.ts';
import type { Withdrawn } from './complaint.ts';
import type { ComplaintCommand } from './complaint-command.ts';
import type { ComplaintContext, ComplaintDecision } from './complaint-decision.ts';

/**
 * The window asks whether a withdrawal was the complainant's own wish; never a department concerned. Where it was not, the
 * case is taken up again. Owed where somebody worked on it already, and until the tries are used up.
 */
export function recordCheckCall(
  state: Withdrawn,
  { outcome, note }: ComplaintCommand & { type: 'record_check_call' },
  { actor, now: at, deadlines, item }: ComplaintContext,
): ComplaintDecision {
  if (actor.kind !== 'staff') return refused('not_authorised');
  if (item?.concernedDepartmentIds.includes(actor.departmentId))
    return refused('callback_by_concerned_department');
  if (!state.reachable) return refused('complainant_not_reachable');
  const isOver = state.isChecked || state.checkCallTries >= deadlines.callbackTries;
  if (state.handled === null || isOver) return refused('nothing_to_check');
  return happened({ type: 'CheckCallRecorded', at, outcome, note });
}
