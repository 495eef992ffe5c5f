export const ROLES = [
  'clerk',
  'triage_admin',
  'department_officer',
  'department_head',
  'inspector',
  'assessor',
  'appraisal_admin',
  'leader',
  'custodian',
  'auditor',
  'system_admin',
] as const;

export type Role = (typeof ROLES)[number];

export type StaffActor = {
  readonly kind: 'staff';
  readonly staffId: string;
  readonly departmentId: string;
  readonly roles: readonly Role[];
  /** Whom they stand in for at the moment. Then department and roles are that person's, and the own department is here. */
  readonly standsInFor?: { readonly staffId: string; readonly ownDepartmentId: string };
};

/** The person who holds the number and the query code of one complaint. */
export type ComplainantActor = { readonly kind: 'complainant'; readonly complaintId: string };

/** The clock itself: sweeps, silent acceptance, time-outs. */
export type SystemActor = { readonly kind: 'system' };

export type Actor = StaffActor | ComplainantActor | SystemActor;

export const SYSTEM: SystemActor = { kind: 'system' };

/** Staff with at least one role. Narrower than `StaffActor`, so that staff without the role asked for is still staff. */
export type RoleHolder = StaffActor & { readonly roles: readonly [Role, ...Role[]] };

export function hasRole(actor: Actor, ...roles: readonly Role[]): actor is RoleHolder {
  return actor.kind === 'staff' && roles.some((role) => actor.roles.includes(role));
}

/** Who acts, and for whom: what either may not do, they may not do for each other. */
export function personsOf({ staffId, standsInFor }: StaffActor): readonly string[] {
  return standsInFor === undefined ? [staffId] : [staffId, standsInFor.staffId];
}

/** The units that whoever acts is bound to. */
export function unitsOf({ departmentId, standsInFor }: StaffActor): readonly string[] {
  return standsInFor === undefined ? [departmentId] : [departmentId, standsInFor.ownDepartmentId];
}
