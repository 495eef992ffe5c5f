import {
  addDays,
  countWorkingDays,
  isPast,
  localDateOf,
  workingDaysLeft,
  type Due,
  type Instant,
  type LocalDate,
  type WorkingCalendar,
} from '../calendar/index.ts';
import { crossingKey } from '../crossing-key.ts';
import { refused } from '../decision.ts';
import type { DeadlinePolicy } from '../policy/deadline-policy.ts';
import { runningDeadlines, type RunningDeadline } from './item-deadlines.ts';
import type { ItemContext, ItemDecision } from './item-decision.ts';
import type { DeadlineKind, ItemEvent } from './item-event.ts';
import { assignmentOf, type SupervisionItem } from './supervision-item.ts';

type Neared = ItemEvent & { type: 'DeadlineNeared' };

/** The dates that have come near and of which that is not yet written; each once. None while the clocks stand still. */
export function nearDeadlines(
  item: SupervisionItem,
  { now: at, calendar, deadlines }: Pick<ItemContext, 'now' | 'calendar' | 'deadlines'>,
): ItemDecision {
  const events = runningDeadlines(item)
    .filter(({ due }) => !due.provisional && !isPast(due, at))
    .filter((one) => workingDaysLeft(one.due, at, calendar) <= nearFrom(one, item, deadlines, calendar))
    .map(({ deadline, ref, due, departmentId }): Neared => ({
      ...{ type: 'DeadlineNeared', at, deadline, ref, due, departmentId },
    }))
    .filter((event) => !item.nearings.includes(nearingKey(event)));
  return events.length === 0 ? refused('nothing_near') : { ok: true, events };
}

/** How many working days before its date a deadline is near. */
function nearFrom(
  running: RunningDeadline,
  item: SupervisionItem,
  { approachShare, approachWorkingDays, heartbeatCalendarDays }: DeadlinePolicy,
  calendar: WorkingCalendar,
): number {
  if (approachWorkingDays !== null) return approachWorkingDays;
  const term =
    running.deadline === 'item'
      ? (assignmentOf(item)?.clock.workingDays ?? 0)
      : countWorkingDays(calendar, beganOn(running, item, heartbeatCalendarDays), running.due.date);
  return (term * (100 - approachShare)) / 100;
}

/** The day a term began, for those that are not given in working days. */
function beganOn(
  { deadline, ref, due }: RunningDeadline,
  item: SupervisionItem,
  heartbeatCalendarDays: number,
): LocalDate {
  if (deadline === 'heartbeat') return addDays(due.date, -heartbeatCalendarDays);
  if (deadline === 'verification' && 'verificationOpenedAt' in item)
    return localDateOf(item.verificationOpenedAt);
  const directive = deadline === 'directive' ? item.directives.find(({ id }) => id === ref) : undefined;
  if (directive !== undefined) return localDateOf(directive.at);
  return localDateOf('assignedAt' in item ? item.assignedAt : item.proposedAt);
}

/** Whether it was written that this date came near, and the date is still to come. */
export function isNear(
  item: SupervisionItem,
  of: { readonly deadline: DeadlineKind; readonly ref: string; readonly due: Due },
  now: Instant,
): boolean {
  return item.nearings.includes(nearingKey(of)) && !isPast(of.due, now);
}

/** The last of the running dates that have come near; null where none has. */
export function nearUntil(item: SupervisionItem): LocalDate | null {
  const near = runningDeadlines(item).filter((one) => item.nearings.includes(nearingKey(one)));
  return (
    near
      .map(({ due }) => due.date)
      .toSorted()
      .at(-1) ?? null
  );
}

export function nearingKey({
  deadline,
  ref,
  due,
}: {
  readonly deadline: DeadlineKind;
  readonly ref: string;
  readonly due: Due;
}): string {
  return crossingKey(`${deadline}${ref && `:${ref}`}`, due.date, -1);
}
