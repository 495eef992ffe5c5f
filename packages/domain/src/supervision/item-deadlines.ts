import { isPast, workingDaysLate, type Due, type Instant, type WorkingCalendar } from '../calendar/index.ts';
import { crossingKey } from '../crossing-key.ts';
import type { DeadlineKind, ItemEvent } from './item-event.ts';
import type { SupervisionItem } from './supervision-item.ts';

export type RunningDeadline = {
  readonly deadline: DeadlineKind;
  /** The measure it belongs to; empty for deadlines of the item itself. */
  readonly ref: string;
  readonly due: Due;
  /** Who holds the ball, and so who answers for being late. */
  readonly departmentId: string;
  readonly hasFurtherLevels: boolean;
};

/** The deadlines that run in this state. None runs while the item is suspended or disposed. */
export function runningDeadlines(item: SupervisionItem): readonly RunningDeadline[] {
  switch (item.status) {
    case 'assigned':
      return [one('sign_for', item.assignment.signDue, item.assignment.leadDepartmentId)];
    case 'signed':
    case 'advancing':
    case 'rework':
      return [
        {
          ...one('item', item.assignment.deadline, item.assignment.leadDepartmentId),
          hasFurtherLevels: true,
        },
        one('heartbeat', item.nextReportDue, item.assignment.leadDepartmentId),
        ...item.measures
          .filter((measure) => measure.completedAt === null)
          .map((measure) => ({
            ...one('measure', { date: measure.dueOn, half: 'pm', provisional: false }, measure.departmentId),
            ref: measure.id,
          })),
      ];
    case 'verifying':
      return [one('verification', item.verificationDue, '')];
    default:
      return [];
  }
}

/** The crossings that have come about and are not yet written; each is written once. None on a provisional date. */
export function newCrossings(
  item: SupervisionItem,
  now: Instant,
  calendar: WorkingCalendar,
  lateStep: number,
): readonly (ItemEvent & { type: 'DeadlineCrossed' })[] {
  return runningDeadlines(item)
    .filter(({ due }) => !due.provisional && isPast(due, now))
    .flatMap(({ deadline, ref, due, departmentId, hasFurtherLevels }) => {
      const reached = hasFurtherLevels ? Math.floor(workingDaysLate(due, now, calendar) / lateStep) : 0;
      return Array.from({ length: reached + 1 }, (_, level) => level)
        .filter(
          (level) => !item.crossings.includes(crossingKey(`${deadline}${ref && `:${ref}`}`, due.date, level)),
        )
        .map((level) => ({
          type: 'DeadlineCrossed' as const,
          at: now,
          deadline,
          ref,
          due,
          level,
          departmentId,
        }));
    });
}

function one(deadline: DeadlineKind, due: Due, departmentId: string): RunningDeadline {
  return { deadline, ref: '', due, departmentId, hasFurtherLevels: false };
}
