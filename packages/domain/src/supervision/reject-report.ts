import { dueDate } from '../calendar/index.ts';
import { happened, refused } from '../decision.ts';
import type { ItemCommand } from './item-command.ts';
import type { ItemContext, ItemDecision } from './item-decision.ts';
import type { Advancing, Rework, Signed } from './supervision-item.ts';

/**
 * Sends a weak report back (反馈驳回), with a fault from the list: the latest of its department, once. A lead has to report
 * again within the days of the policy, or when it was due anyway where that is sooner.
 */
export function rejectReport(
  state: Signed | Advancing | Rework,
  { reportId, fault, text }: ItemCommand & { type: 'reject_report' },
  { now: at, calendar, deadlines }: ItemContext,
): ItemDecision {
  const report = state.reports.find(({ id }) => id === reportId);
  if (report === undefined) return refused('unknown_report');
  const { departmentId } = report;
  const latest = state.reports.findLast((one) => one.departmentId === departmentId);
  if (latest?.id !== reportId) return refused('report_overtaken');
  if (state.rejections.some((one) => one.reportId === reportId)) return refused('report_already_rejected');
  const nth = state.rejections.filter((one) => one.departmentId === departmentId).length + 1;
  const again = dueDate({ start: at, workingDays: deadlines.reportAgain, calendar }).due;
  const isSooner =
    departmentId === state.assignment.leadDepartmentId && again.date < state.nextReportDue.date;
  const nextReportDue = isSooner ? again : state.nextReportDue;
  return happened({ type: 'ReportRejected', at, reportId, fault, text, nth, departmentId, nextReportDue });
}
