import { dueDate, localDateOf } from '../calendar/index.ts';
import { happened, refused } from '../decision.ts';
import { departmentDue } from './department-clock.ts';
import { besideOf } from './double-supervision.ts';
import type { AssignItem } from './item-command.ts';
import type { ItemContext, ItemDecision } from './item-decision.ts';
import { assignmentOf, type SupervisionItem } from './supervision-item.ts';

/**
 * Gives the item one lead, any number of cooperating departments, and measures that end within its deadline. Where it
 * comes to a department that has an open item on the same matter, it needs a reason.
 */
export function assignItem(
  state: SupervisionItem,
  command: AssignItem,
  isDesignated: boolean,
  { now: at, calendar, deadlines, doubles }: ItemContext,
): ItemDecision {
  const { leadDepartmentId, cooperatingDepartmentIds, measures, clock } = command;
  if (cooperatingDepartmentIds.includes(leadDepartmentId)) return refused('lead_also_cooperates');
  if (measures.length === 0) return refused('no_measures');
  const participants = [leadDepartmentId, ...cooperatingDepartmentIds];
  if (measures.some((measure) => !participants.includes(measure.departmentId)))
    return refused('measure_of_stranger');
  const deadline = departmentDue(clock, state.waits, calendar);
  if (measures.some((measure) => measure.dueOn > deadline.date))
    return refused('measure_after_deadline', { deadline: deadline.date });
  if (measures.some((measure) => measure.dueOn < localDateOf(at))) return refused('date_in_the_past');
  const isNewLead = assignmentOf(state)?.leadDepartmentId !== leadDepartmentId;
  const beside = besideOf(isNewLead ? doubles : [], state.besideIds, command.doubleReason);
  if (!beside.ok) return beside;
  const signDue = dueDate({ start: at, workingDays: deadlines.signFor, calendar }).due;
  return happened({
    type: 'ItemAssigned',
    at,
    assignment: { leadDepartmentId, cooperatingDepartmentIds, clock, deadline, signDue, isDesignated },
    measures: measures.map((measure) => ({ ...measure, completedAt: null, evidence: '' })),
    ...beside.said,
  });
}
