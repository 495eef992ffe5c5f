import { stillToAssess, visibleAssessments, type Actor, type SupervisionItem } from '@bihuan/domain';
import type { CooperationView } from '../item-view.ts';
import type { Shown } from '../shown-names.ts';

/** What the departments of an item said of each other, as far as the reader may know, and whom theirs may still assess. */
export function cooperationOf(
  item: SupervisionItem,
  actor: Actor,
  isOfDepartment: boolean,
  shown: Shown,
): CooperationView {
  const departmentId = actor.kind === 'staff' ? actor.departmentId : '';
  const visible = visibleAssessments(item, isOfDepartment ? departmentId : null);
  return {
    assessments: visible.map(({ at, by, aboutId, side, level, text, departmentId: fromId }) => ({
      ...{ at, side, level, text },
      by: shown.person(by),
      from: shown.department(fromId),
      about: shown.department(aboutId),
    })),
    toAssess: stillToAssess(item, departmentId).flatMap((id) => shown.department(id) ?? []),
  };
}
