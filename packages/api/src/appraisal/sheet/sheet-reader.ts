import { hasRole, type Actor } from '@bihuan/domain';

/** Whether this person reads the periods and what becomes of their sheets: the offices, and departments of their own. */
export function seesPeriods(actor: Actor): boolean {
  return seesAllObjections(actor) || hasRole(actor, 'department_officer', 'department_head');
}

/** Whether objections of every department are read, or of the own one alone. */
export function seesAllObjections(actor: Actor): boolean {
  return hasRole(actor, 'appraisal_admin', 'triage_admin', 'inspector', 'assessor', 'leader', 'auditor');
}

export function seesObjectionsOf(actor: Actor, departmentId: string): boolean {
  if (seesAllObjections(actor)) return true;
  return seesPeriods(actor) && actor.kind === 'staff' && actor.departmentId === departmentId;
}
