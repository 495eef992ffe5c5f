import {
  concernedDepartmentIds,
  isOfParticipant,
  type Actor,
  type Role,
  type SupervisionItem,
} from '@bihuan/domain';

/** Which items a person may see: all, those a department takes part in, or none. */
export type ItemScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'department'; readonly departmentId: string }
  | { readonly kind: 'none' };

const SEE_ALL: readonly Role[] = [
  'triage_admin',
  'inspector',
  'assessor',
  'appraisal_admin',
  'leader',
  'auditor',
];
const SEE_OWN: readonly Role[] = ['department_officer', 'department_head'];

/** Source: domain.md, People and what they may do. Window, custodian and system admin have no items. */
export function itemScope(actor: Actor): ItemScope {
  if (actor.kind === 'system') return { kind: 'all' };
  if (actor.kind === 'complainant') return { kind: 'none' };
  const has = (roles: readonly Role[]) => roles.some((role) => actor.roles.includes(role));
  if (has(SEE_ALL)) return { kind: 'all' };
  return has(SEE_OWN) ? { kind: 'department', departmentId: actor.departmentId } : { kind: 'none' };
}

export function seesItem(actor: Actor, item: SupervisionItem): boolean {
  const scope = itemScope(actor);
  if (scope.kind !== 'department') return scope.kind === 'all';
  if (actor.kind === 'staff' && isOfParticipant(actor, item)) return true;
  return concernedDepartmentIds(item).includes(scope.departmentId);
}
