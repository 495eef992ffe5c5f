import type { LocalDate } from '../calendar/index.ts';
import { ROLES, type Role } from './actor.ts';

/** A role that a person has from one day to another, both counted. */
export type RoleTerm = {
  readonly id: string;
  readonly role: Role;
  readonly from: LocalDate;
  /** The last day; null: until further notice. */
  readonly to: LocalDate | null;
};

/** What a person holds: roles until further notice, and terms that have not run out when they were last looked at. */
export type RoleHolding = { readonly roles: readonly Role[]; readonly terms: readonly RoleTerm[] };

export type RoleTermRefusal =
  | 'role_ends_before_it_begins'
  | 'role_terms_overlap'
  | 'role_not_held'
  | 'role_already_ends'
  | 'last_role_holder'
  | 'roles_left_empty'
  | 'date_in_the_past';

/** Roles that the loop cannot turn without: on every day somebody must hold them. */
export const ROLES_ALWAYS_HELD: readonly Role[] = [
  'system_admin',
  'triage_admin',
  'appraisal_admin',
  'leader',
];

/** The roles of a person on a day. A role with a term is theirs by its terms alone, whatever was held before. */
export function rolesOn({ roles, terms }: RoleHolding, on: LocalDate): readonly Role[] {
  return ROLES.filter((role) => {
    const own = terms.filter((term) => term.role === role);
    return own.length === 0 ? roles.includes(role) : own.some((term) => covers(term, on));
  });
}

/** What stands against giving a role from a day on; null where nothing does. */
export function giveRoleFault(
  holding: RoleHolding,
  { role, from, to }: Omit<RoleTerm, 'id'>,
  today: LocalDate,
): RoleTermRefusal | null {
  if (to !== null && to < from) return 'role_ends_before_it_begins';
  if (from < today) return 'date_in_the_past';
  const own = holding.terms.filter((term) => term.role === role);
  if (own.length === 0) return holding.roles.includes(role) ? 'role_terms_overlap' : null;
  return own.some((term) => overlaps(term, { from, to })) ? 'role_terms_overlap' : null;
}

/** What stands against taking a role after its last day; null where nothing does. `others`: everybody else who works here. */
export function endRoleFault(
  holding: RoleHolding,
  { role, to }: { readonly role: Role; readonly to: LocalDate },
  others: readonly RoleHolding[],
  today: LocalDate,
): RoleTermRefusal | null {
  if (to < today) return 'date_in_the_past';
  if (!rolesOn(holding, today).includes(role)) return 'role_not_held';
  const running = holding.terms.find((term) => term.role === role && covers(term, today));
  if (running !== undefined && running.to !== null && running.to <= to) return 'role_already_ends';
  if (ROLES_ALWAYS_HELD.includes(role) && !others.some((other) => holdsOnwards(other, role, to)))
    return 'last_role_holder';
  return null;
}

/** Whether a person has a role on a day and keeps it, as far as is known. */
export function holdsOnwards({ roles, terms }: RoleHolding, role: Role, from: LocalDate): boolean {
  const own = terms.filter((term) => term.role === role);
  if (own.length === 0) return roles.includes(role);
  return own.some((term) => term.to === null && term.from <= from);
}

function covers({ from, to }: Pick<RoleTerm, 'from' | 'to'>, on: LocalDate): boolean {
  return from <= on && (to === null || on <= to);
}

function overlaps(one: Pick<RoleTerm, 'from' | 'to'>, other: Pick<RoleTerm, 'from' | 'to'>): boolean {
  return (one.to === null || other.from <= one.to) && (other.to === null || one.from <= other.to);
}
