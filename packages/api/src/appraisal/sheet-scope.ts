import type { Actor, Role } from '@bihuan/domain';

const SEE_ALL: readonly Role[] = [
  'triage_admin',
  'inspector',
  'assessor',
  'appraisal_admin',
  'leader',
  'auditor',
];
const SEE_OWN: readonly Role[] = ['department_officer', 'department_head'];

/** Whether this person may read the score sheet of a department: the offices all, a department its own. */
export function seesSheet(actor: Actor, departmentId: string): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind !== 'staff') return false;
  const has = (roles: readonly Role[]) => roles.some((role) => actor.roles.includes(role));
  return has(SEE_ALL) || (has(SEE_OWN) && actor.departmentId === departmentId);
}
