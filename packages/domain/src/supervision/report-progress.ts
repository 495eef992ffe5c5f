import { happened, refused } from '../decision.ts';
import type { StaffActor } from '../people/actor.ts';
import type { ItemCommand } from './item-command.ts';
import type { ItemContext, ItemDecision } from './item-decision.ts';
import { nextReportDue } from './next-report-due.ts';
import type { SupervisionItem } from './supervision-item.ts';

/** A progress report (推进反馈); one that repeats the last without a measure done since has no substance. */
export function reportProgress(
  state: SupervisionItem,
  command: ItemCommand & { type: 'report_progress' },
  { departmentId, staffId }: StaffActor,
  context: ItemContext,
): ItemDecision {
  const { now: at } = context;
  const { reportId: id, text, percent, obstacles, nextStep } = command;
  if (!Number.isInteger(percent) || percent < 0 || percent > 100) return refused('percent_out_of_range');
  const last = state.reports.filter((report) => report.departmentId === departmentId).at(-1);
  const hasProgress = state.measures.some(
    (measure) => last !== undefined && measure.completedAt !== null && measure.completedAt > last.at,
  );
  const hasSubstance = last === undefined || hasProgress || last.text.trim() !== text.trim();
  const report = { id, at, departmentId, staffId, text, percent, obstacles, nextStep, hasSubstance };
  return happened({ type: 'ProgressReported', at, report, nextReportDue: nextReportDue(context) });
}
