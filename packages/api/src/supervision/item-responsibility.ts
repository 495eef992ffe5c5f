import { WITH_DEPARTMENT } from '@bihuan/db';
import {
  assignmentOf,
  departmentReckoning,
  interruptionsUntil,
  isNear,
  workingDaysLeft,
  type Actor,
  type Due,
  type SupervisionItem,
} from '@bihuan/domain';
import type { House } from '../house.ts';
import { calendarOf } from '../policy/rules-in-force.ts';
import type { MeasureView, PersonView, ResponsibilityView } from './item-view.ts';
import type { Shown } from './shown-names.ts';

/** Who is answerable until when, with the day-by-day proof of the date; null before anybody is. */
export async function responsibilityOf(
  house: House,
  item: SupervisionItem,
  shown: Shown,
  signer: PersonView | null,
): Promise<ResponsibilityView | null> {
  const assignment = assignmentOf(item);
  if (assignment === null) return null;
  const calendar = await calendarOf(house);
  const { leadDepartmentId, cooperatingDepartmentIds, isDesignated, clock, deadline } = assignment;
  const soFar = departmentReckoning(clock, interruptionsUntil(item, house.now()), calendar);
  // While the complainant is asked the date moves on with every day; it is written when the wait is over.
  const { due, proof } = item.wait === null ? { due: deadline, proof: soFar.proof } : soFar;
  return {
    lead: shown.department(leadDepartmentId),
    cooperating: cooperatingDepartmentIds.flatMap((id) => shown.department(id) ?? []),
    isDesignated,
    designatedBy: isDesignated ? signer : null,
    assignedAt: assignedAtOf(item),
    deadline: due,
    workingDays: clock.workingDays,
    daysLeft: WITH_DEPARTMENT.includes(item.status) ? workingDaysLeft(due, house.now(), calendar) : null,
    isNear: isNear(item, { deadline: 'item', ref: '', due }, house.now()),
    proof,
  };
}

/** The measures in order, with how long each has left. */
export async function measuresOf(
  house: House,
  actor: Actor,
  item: SupervisionItem,
  shown: Shown,
): Promise<readonly MeasureView[]> {
  const calendar = await calendarOf(house);
  return item.measures.map((measure) => {
    const { id, text, departmentId, dueOn, completedAt, evidence, explanation = '' } = measure;
    const dispute = measure.dispute ?? null;
    const due: Due = { date: dueOn, half: 'pm', provisional: false };
    const isRunning = completedAt === null && dispute === null;
    const daysLeft = isRunning ? workingDaysLeft(due, house.now(), calendar) : null;
    const isOwn = actor.kind === 'staff' && actor.departmentId === departmentId;
    return {
      id,
      text,
      department: shown.department(departmentId),
      dueOn,
      completedAt,
      evidence,
      explanation,
      dispute: dispute && { at: dispute.at, reason: dispute.reason, basis: dispute.basis },
      daysLeft,
      isNear: isRunning && isNear(item, { deadline: 'measure', ref: id, due }, house.now()),
      isOwn,
    };
  });
}

function assignedAtOf(item: SupervisionItem): string {
  const known = item.status === 'suspended' ? item.before : item;
  return 'assignedAt' in known ? known.assignedAt : item.proposedAt;
}
