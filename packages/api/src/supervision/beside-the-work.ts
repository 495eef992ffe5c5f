import type { Actor, SupervisionItem } from '@bihuan/domain';
import type { DirectiveView, ExtensionView, ReportView } from './item-view.ts';
import type { Shown } from './shown-names.ts';
import { rejectableReports } from './weigh-actions.ts';

/** Reports, the oldest first, with why some were sent back. */
export function reportsOf(item: SupervisionItem, shown: Shown): readonly ReportView[] {
  const latest = rejectableReports(item);
  return item.reports.map(({ staffId, ...report }) => {
    const rejection = item.rejections.find(({ reportId }) => reportId === report.id);
    return {
      ...report,
      person: shown.person(staffId),
      rejection: rejection === undefined ? null : rejection,
      isLatest: latest.some(({ id }) => id === report.id),
    };
  });
}

/** Extensions asked for, the oldest first. */
export function extensionsOf({ extensions }: SupervisionItem, shown: Shown): readonly ExtensionView[] {
  return extensions.map(({ requestedBy, decision, ...extension }) => ({
    ...extension,
    requestedBy: shown.person(requestedBy),
    decision: decision && { ...decision, by: shown.person(decision.by) },
  }));
}

/** Directives, the oldest first. */
export function directivesOf(
  { directives }: SupervisionItem,
  actor: Actor,
  shown: Shown,
): readonly DirectiveView[] {
  return directives.map(({ by, departmentId, answer, ...directive }) => ({
    ...directive,
    by: shown.person(by),
    department: shown.department(departmentId),
    isOwn: actor.kind === 'staff' && actor.departmentId === departmentId,
    answer: answer && { ...answer, by: shown.person(answer.by) },
  }));
}
