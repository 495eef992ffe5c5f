import {
  hasRole,
  isOnTeam,
  standingFindings,
  unitsOf,
  type Actor,
  type Inspection,
  type Role,
} from '@bihuan/domain';

/** all: everything · own: a department concerned, its own findings once the report is approved · nothing. */
export type InspectionReach = 'all' | 'own' | 'nothing';

const SEE_ALL: readonly Role[] = ['triage_admin', 'inspector', 'leader', 'auditor'];
const SEE_OWN: readonly Role[] = [...SEE_ALL, 'department_officer', 'department_head'];

export function seesAllInspections(actor: Actor): boolean {
  return hasRole(actor, ...SEE_ALL);
}

/** Whether this person may look for findings about their own department. */
export function seesOwnFindings(actor: Actor): boolean {
  return hasRole(actor, ...SEE_OWN);
}

/**
 * What a person may see of an inspection. Whoever is of a department that is looked at sees nothing before its report is
 * approved, whatever their role: visits may be unannounced. Source: domain.md, Recusal is enforced.
 */
export function inspectionReach(actor: Actor, inspection: Inspection): InspectionReach {
  if (actor.kind !== 'staff') return 'nothing';
  const own = standingFindings(inspection).filter((one) => unitsOf(actor).includes(one.departmentId));
  const looksAtOwn = inspection.scope.departmentIds.some((id) => unitsOf(actor).includes(id));
  if (own.length > 0 || looksAtOwn)
    return inspection.status === 'closed' && own.length > 0 && seesOwnFindings(actor) ? 'own' : 'nothing';
  return seesAllInspections(actor) || isOnTeam(actor, inspection) ? 'all' : 'nothing';
}
