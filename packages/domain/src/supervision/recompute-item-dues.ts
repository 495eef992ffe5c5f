import { dueDate, heartbeatDue, addDays, type Due, type Instant } from '../calendar/index.ts';
import { departmentDue } from './department-clock.ts';
import type { ItemContext } from './item-decision.ts';
import type { DeadlineKind, ItemEvent } from './item-event.ts';
import { isWithDepartments } from './item-parts.ts';
import { nextReportDue } from './next-report-due.ts';
import { decideNoticeWithin } from './public-notice.ts';
import type { SupervisionItem } from './supervision-item.ts';

type Recomputed = ItemEvent & { type: 'DueDateRecomputed' };
type Again = { readonly deadline: DeadlineKind; readonly before: Due; readonly due: Due };

/**
 * The provisional dates of the item, reckoned again once the official calendar of their year is loaded. A date that stands
 * is written too, because it is provisional no more. Empty where nothing changes.
 */
export function recomputeProvisionalDues(item: SupervisionItem, context: ItemContext): readonly Recomputed[] {
  const { calendar, deadlines } = context;
  const again = clocksAgain(item, context);
  if ('nextReportDue' in item) {
    const before = item.nextReportDue;
    const days = deadlines.heartbeatCalendarDays;
    again.push({
      deadline: 'heartbeat',
      before,
      due: heartbeatDue(addDays(before.date, -days), calendar, days),
    });
  }
  if (item.status === 'verifying') {
    const { notice } = item;
    const clock =
      notice === null
        ? { start: item.verificationOpenedAt, workingDays: deadlines.verification, calendar }
        : { start: notice.at, workingDays: decideNoticeWithin(deadlines), calendar };
    again.push({ deadline: 'verification', before: item.verificationDue, due: dueDate(clock).due });
  }
  return changed(
    again.filter(({ before }) => before.provisional),
    context,
  );
}

/**
 * The dates of an item that has just come back to the departments: their clocks stood still meanwhile, and the next
 * progress report is due as if they had reported today. Empty where it came back to the office.
 */
export function recomputeInterruptedDues(item: SupervisionItem, context: ItemContext): readonly Recomputed[] {
  if (item.status !== 'assigned' && !isWithDepartments(item)) return [];
  const again = clocksAgain(item, context);
  if (isWithDepartments(item))
    again.push({ deadline: 'heartbeat', before: item.nextReportDue, due: nextReportDue(context) });
  return changed(again, context);
}

/** The same once the complainant has answered; the date of the item itself moves wherever it lies meanwhile. */
export function recomputeAwaitedDues(
  item: SupervisionItem,
  backAt: Instant,
  context: ItemContext,
): readonly Recomputed[] {
  const again = clocksAgain(item, context);
  if (isWithDepartments(item))
    again.push({
      deadline: 'heartbeat',
      before: item.nextReportDue,
      due: nextReportDue({ ...context, now: backAt }),
    });
  return changed(again, context);
}

function clocksAgain(item: SupervisionItem, { calendar, deadlines }: ItemContext): Again[] {
  if (!('assignment' in item)) return [];
  const { assignment, assignedAt, interruptions } = item;
  const { clock, deadline, signDue } = assignment;
  const again: Again[] = [
    { deadline: 'item', before: deadline, due: departmentDue(clock, interruptions, calendar) },
  ];
  if (item.status === 'assigned') {
    const signClock = { start: assignedAt, workingDays: deadlines.signFor };
    again.push({
      deadline: 'sign_for',
      before: signDue,
      due: departmentDue(signClock, interruptions, calendar),
    });
  }
  return again;
}

function changed(again: readonly Again[], { now: at }: ItemContext): readonly Recomputed[] {
  return again
    .filter(({ before, due }) => before.date !== due.date || before.provisional !== due.provisional)
    .map(({ deadline, before, due }) => ({ type: 'DueDateRecomputed', at, deadline, before, due }));
}
