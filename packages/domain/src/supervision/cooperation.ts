import { dueDate, isPast, type Instant } from '../calendar/index.ts';
import { happened, refused } from '../decision.ts';
import type { StaffActor } from '../people/actor.ts';
import type { ItemCommand } from './item-command.ts';
import type { ItemContext, ItemDecision } from './item-decision.ts';
import { assignmentOf, type SupervisionItem } from './supervision-item.ts';

export const COOPERATION_LEVELS = ['good', 'adequate', 'poor'] as const;
export type CooperationLevel = (typeof COOPERATION_LEVELS)[number];
/** What is assessed: how the lead called for others (吹哨), or how a cooperating department reported for duty (报到). */
export type CooperationSide = 'whistle' | 'report';

/** What one department of an item says of another's part in it. */
export type CooperationAssessment = {
  readonly at: Instant;
  readonly by: string;
  readonly departmentId: string;
  readonly aboutId: string;
  readonly side: CooperationSide;
  readonly level: CooperationLevel;
  readonly text: string;
};

/**
 * Double assessment of whistle and report (吹哨报到双考核): the lead department says how a cooperating one reported for
 * duty, and that one says how the lead called for it. Each once, from the request for strike-off on until some time after
 * the item was struck off.
 */
export function assessCooperation(
  state: SupervisionItem,
  { aboutId, level, text }: ItemCommand & { type: 'assess_cooperation' },
  actor: StaffActor,
  { now: at, calendar, deadlines }: ItemContext,
): ItemDecision {
  const { departmentId } = actor;
  const side = sideOf(state, departmentId, aboutId);
  if (side === null) return refused('assessment_of_stranger');
  if (assessmentBy(state, departmentId, aboutId) !== undefined) return refused('assessed_already');
  if (level === 'poor' && text === '') return refused('explanation_needed');
  if (state.status === 'struck_off') {
    const { due } = dueDate({ start: state.struckOffAt, workingDays: deadlines.assessCooperation, calendar });
    if (isPast(due, at)) return refused('assessment_over', { date: due.date });
  }
  const { staffId: by } = actor;
  return happened({ type: 'CooperationAssessed', at, by, departmentId, aboutId, side, level, text });
}

/** What one of the departments of an item says of another; null where neither called for the other. */
function sideOf(state: SupervisionItem, departmentId: string, aboutId: string): CooperationSide | null {
  const assignment = assignmentOf(state);
  if (assignment === null) return null;
  const { leadDepartmentId: lead, cooperatingDepartmentIds: cooperating } = assignment;
  if (departmentId === lead && cooperating.includes(aboutId)) return 'report';
  return aboutId === lead && cooperating.includes(departmentId) ? 'whistle' : null;
}

function assessmentBy(
  { assessments }: SupervisionItem,
  departmentId: string,
  aboutId: string,
): CooperationAssessment | undefined {
  return assessments.find((one) => one.departmentId === departmentId && one.aboutId === aboutId);
}

/** Whom a department may still say something of in this item: counterparts that it has not assessed. */
export function stillToAssess(state: SupervisionItem, departmentId: string): readonly string[] {
  const assignment = assignmentOf(state);
  if (assignment === null) return [];
  return [assignment.leadDepartmentId, ...assignment.cooperatingDepartmentIds].filter(
    (aboutId) =>
      sideOf(state, departmentId, aboutId) !== null &&
      assessmentBy(state, departmentId, aboutId) === undefined,
  );
}

/**
 * Assessments that a department may read: its own, and what was said of it once it has answered in kind, so that neither
 * side writes after the other. The office (`departmentId` null) reads all.
 */
export function visibleAssessments(
  state: SupervisionItem,
  departmentId: string | null,
): readonly CooperationAssessment[] {
  if (departmentId === null) return state.assessments;
  return state.assessments.filter(
    (one) =>
      one.departmentId === departmentId ||
      (one.aboutId === departmentId && assessmentBy(state, departmentId, one.departmentId) !== undefined),
  );
}
