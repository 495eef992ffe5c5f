import { endOf, isPast, millisOf, type Due, type Instant } from '../calendar/index.ts';
import { happened, refused } from '../decision.ts';
import type { StaffActor } from '../people/actor.ts';
import { hasRole } from '../people/actor.ts';
import { departmentDue } from './department-clock.ts';
import type { ItemCommand } from './item-command.ts';
import { lastRunningMoment } from './item-wait.ts';
import type { ItemContext, ItemDecision } from './item-decision.ts';
import type { ItemEvent } from './item-event.ts';
import type {
  Advancing,
  Extension,
  Interruption,
  Rework,
  Signed,
  SupervisionItem,
} from './supervision-item.ts';

type Extendable = Signed | Advancing | Rework;

/** The extension that waits for its decision; null where none does. */
export function pendingExtension({ extensions }: Pick<SupervisionItem, 'extensions'>): Extension | null {
  return extensions.find(({ decision }) => decision === null) ?? null;
}

/** How many extensions were granted since the item was assigned last. */
export function grantedExtensions(item: SupervisionItem): number {
  const since = 'assignedAt' in item ? item.assignedAt : '';
  return item.extensions.filter(({ decision }) => decision?.isGranted === true && decision.at > since).length;
}

/**
 * The head of the lead asks for more time: before the item is due, a few working days in steps of 0.5, and not more often
 * than the policy allows. Source: domain.md, Default deadlines.
 */
export function requestExtension(
  state: Extendable,
  { workingDays, reason }: ItemCommand & { type: 'request_extension' },
  { staffId }: StaffActor,
  { now: at, deadlines }: ItemContext,
): ItemDecision {
  if (pendingExtension(state) !== null) return refused('extension_pending');
  if (grantedExtensions(state) >= deadlines.maxExtensions)
    return refused('extended_too_often', { most: deadlines.maxExtensions });
  if (isPast(state.assignment.deadline, lastRunningMoment(state, at))) return refused('extension_too_late');
  if (workingDays < 0.5 || workingDays > deadlines.extension || (workingDays * 2) % 1 !== 0)
    return refused('extension_too_long', { most: deadlines.extension });
  return happened({ type: 'ExtensionRequested', at, by: staffId, workingDays, reason });
}

/**
 * Grants or refuses the extension that was asked for. The first may be decided by a triage admin, every further one by a
 * leader only. Granted, the deadline is reckoned anew from the same start with so many days more, past pauses kept. Days on
 * which the item was due already and the office had not decided are the office's, granted or not.
 */
export function decideExtension(
  state: Extendable,
  { isGranted, text }: ItemCommand & { type: 'decide_extension' },
  actor: StaffActor,
  { now: at, calendar }: ItemContext,
): ItemDecision {
  const asked = pendingExtension(state);
  if (asked === null) return refused('no_extension_asked');
  if (grantedExtensions(state) > 0 && !hasRole(actor, 'leader')) return refused('extension_by_leader');
  const { clock, deadline: before } = state.assignment;
  const { workingDays } = asked;
  const longer = { ...clock, workingDays: clock.workingDays + workingDays };
  const interruptions = [...state.interruptions, ...waitForDecision(before, at, isGranted)];
  const due = isGranted ? departmentDue(longer, interruptions, calendar) : before;
  return happened({
    type: 'ExtensionDecided',
    at,
    by: actor.staffId,
    isGranted,
    workingDays,
    text,
    before,
    due,
  });
}

/**
 * The time for which an item that was due waited for the office's decision; none where it was decided in time. Granted, it begins
 * within the day that was due, the department's last; refused, when that is over, so that the date which stands is not moved.
 */
function waitForDecision(due: Due, decidedAt: Instant, isGranted: boolean): readonly Interruption[] {
  if (!isPast(due, decidedAt)) return [];
  const leftAt = isGranted ? new Date(millisOf(endOf(due)) - 1).toISOString() : endOf(due);
  return [{ leftAt, backAt: decidedAt, reason: 'with_the_office' }];
}

/** The item after its extension was decided. */
export function extended(
  state: SupervisionItem,
  { at, by, isGranted, text, workingDays, before, due }: ItemEvent & { type: 'ExtensionDecided' },
): SupervisionItem {
  const extensions = state.extensions.map((one) =>
    one.decision === null ? { ...one, decision: { at, by, isGranted, text } } : one,
  );
  if (!('interruptions' in state)) return { ...state, extensions };
  const interruptions = [...state.interruptions, ...waitForDecision(before, at, isGranted)];
  if (!isGranted) return { ...state, extensions, interruptions };
  const { assignment } = state;
  const clock = { ...assignment.clock, workingDays: assignment.clock.workingDays + workingDays };
  return { ...state, extensions, interruptions, assignment: { ...assignment, clock, deadline: due } };
}
