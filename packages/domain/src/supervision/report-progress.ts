import { millisOf } from '../calendar/index.ts';
import { happened, refused } from '../decision.ts';
import type { StaffActor } from '../people/actor.ts';
import type { ItemCommand } from './item-command.ts';
import type { ItemContext, ItemDecision } from './item-decision.ts';
import { nextReportDue } from './next-report-due.ts';
import type { Advancing, Rework, Signed } from './supervision-item.ts';

/**
 * A progress report (推进反馈); one that repeats the last without a measure done since has no substance. Only the lead's
 * report moves the date of the next one, for the lead answers for it.
 */
export function reportProgress(
  state: Signed | Advancing | Rework,
  command: ItemCommand & { type: 'report_progress' },
  { departmentId, staffId }: StaffActor,
  context: ItemContext,
): ItemDecision {
  const { now: at } = context;
  const { reportId: id, text, percent, obstacles, nextStep } = command;
  if (!Number.isInteger(percent) || percent < 0 || percent > 100) return refused('percent_out_of_range');
  const last = state.reports.filter((report) => report.departmentId === departmentId).at(-1);
  const hasProgress = state.measures.some(
    ({ completedAt }) =>
      last !== undefined && completedAt !== null && millisOf(completedAt) > millisOf(last.at),
  );
  const hasSubstance = last === undefined || hasProgress || last.text.trim() !== text.trim();
  const report = { id, at, departmentId, staffId, text, percent, obstacles, nextStep, hasSubstance };
  const isOfLead = departmentId === state.assignment.leadDepartmentId;
  const due = isOfLead ? nextReportDue(context) : state.nextReportDue;
  return happened({ type: 'ProgressReported', at, report, nextReportDue: due });
}
