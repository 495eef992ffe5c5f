import { addDays, isPast, localDateOf, millisOf } from '../calendar/index.ts';
import type { Due, Instant, LocalDate, WorkingCalendar } from '../calendar/index.ts';
import { crossingKey } from '../crossing-key.ts';
import { workingDaysLateUnpaused } from '../paused-days.ts';
import { waitsForRuling } from './dispute-measure.ts';
import { pendingExtension } from './extend-item.ts';
import { ballHolderAt, overrunOwner } from './ball-holder.ts';
import { isWithDepartments } from './item-parts.ts';
import type { DeadlineKind, ItemEvent } from './item-event.ts';
import type { SupervisionItem } from './supervision-item.ts';

export type RunningDeadline = {
  readonly deadline: DeadlineKind;
  /** The measure it belongs to; empty for deadlines of the item itself. */
  readonly ref: string;
  readonly due: Due;
  /** Who holds the ball, and so who answers for being late; empty where it is the office itself. */
  readonly departmentId: string;
  readonly hasFurtherLevels: boolean;
};

/** Later than anything that happened. */
const NEVER_OVER: Instant = '9999-12-31T00:00:00.000Z';

type Crossing = ItemEvent & { type: 'DeadlineCrossed' };

/**
 * The deadlines that run in this state. None runs while the item is suspended or disposed; while the complainant is asked,
 * those of the office and the answers to directives alone.
 */
export function runningDeadlines(item: SupervisionItem): readonly RunningDeadline[] {
  if (item.wait !== null && (item.status === 'assigned' || isWithDepartments(item))) return directives(item);
  switch (item.status) {
    case 'assigned':
      return [
        one('sign_for', item.assignment.signDue, item.assignment.leadDepartmentId),
        ...directives(item),
      ];
    case 'signed':
    case 'advancing':
    case 'rework':
      return [
        // While an extension waits for its decision, or all that is open for a ruling, the date is not the departments' to keep.
        ...(pendingExtension(item) === null && !waitsForRuling(item)
          ? [
              {
                ...one('item', item.assignment.deadline, ballHolderAt(item, NEVER_OVER)),
                hasFurtherLevels: true,
              },
            ]
          : []),
        one('heartbeat', item.nextReportDue, item.assignment.leadDepartmentId),
        ...item.measures
          .filter((measure) => measure.completedAt === null && measure.dispute === undefined)
          .map((measure) => ({
            ...one('measure', { date: measure.dueOn, half: 'pm', provisional: false }, measure.departmentId),
            ref: measure.id,
          })),
        ...directives(item),
      ];
    case 'verifying':
      return [one('verification', item.verificationDue, ''), ...directives(item)];
    default:
      return [];
  }
}

/** Directives that are not answered yet. */
function directives(item: SupervisionItem): readonly RunningDeadline[] {
  return item.directives
    .filter(({ answer }) => answer === null)
    .map(({ id, departmentId, dueOn }) => ({
      ...one('directive', { date: dueOn, half: 'pm', provisional: false }, departmentId),
      ref: id,
    }));
}

/** The crossings that have come about and are not yet written; each is written once. None on a provisional date. */
export function newCrossings(
  item: SupervisionItem,
  now: Instant,
  calendar: WorkingCalendar,
  lateStep: number,
): readonly Crossing[] {
  return runningDeadlines(item)
    .filter(({ due }) => !due.provisional && isPast(due, now))
    .flatMap(({ deadline, ref, due, departmentId, hasFurtherLevels }) => {
      const pauses = pausesOf(item);
      const late = hasFurtherLevels ? workingDaysLateUnpaused(due, now, pauses, calendar) : 0;
      const ownerOf = (level: number) =>
        level > 0 && isWithDepartments(item)
          ? overrunOwner(item, { due, level, lateStep }, now, pauses, calendar)
          : departmentId;
      const crossed = { deadline, ref, due };
      return Array.from({ length: Math.floor(late / lateStep) + 1 }, (_, level) => level)
        .filter((level) => !item.crossings.includes(itemCrossingKey({ ...crossed, level })))
        .map((level): Crossing => ({
          type: 'DeadlineCrossed',
          at: now,
          ...crossed,
          level,
          departmentId: ownerOf(level),
        }));
    });
}

/** The key under which the item remembers a crossing of one of its deadlines. */
export function itemCrossingKey({
  deadline,
  ref,
  due,
  level,
}: Omit<Crossing, 'type' | 'at' | 'departmentId'>): string {
  return crossingKey(`${deadline}${ref && `:${ref}`}`, due.date, level);
}

/** The days after which each time elsewhere began, up to that of its end: no days of lateness. */
export function pausesOf(item: SupervisionItem) {
  if (!('interruptions' in item)) return [];
  return item.interruptions
    .map(({ leftAt, backAt, reason }) => ({
      from: addDays(lastDayThere(leftAt), 1),
      to: localDateOf(backAt),
      reason,
    }))
    .filter(({ from, to }) => from <= to);
}

/** The last day of which any part was with the departments; handed over at midnight, the day before. */
function lastDayThere(leftAt: Instant): LocalDate {
  return localDateOf(new Date(millisOf(leftAt) - 1).toISOString());
}

function one(deadline: DeadlineKind, due: Due, departmentId: string): RunningDeadline {
  return { deadline, ref: '', due, departmentId, hasFurtherLevels: false };
}
