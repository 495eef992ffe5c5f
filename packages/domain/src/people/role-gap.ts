import { addDays, type LocalDate } from '../calendar/index.ts';
import type { Role } from './actor.ts';
import { ROLES_ALWAYS_HELD, rolesOn, type RoleHolding } from './role-term.ts';

/** What somebody holds, and where they sit. */
export type StaffHolding = RoleHolding & { readonly departmentId: string };

/** Roles whose part of the work comes to stand where nobody in the house holds them. Source: domain.md, People and what they may do. */
const MISSED_IN_HOUSE: readonly Role[] = ['clerk', 'inspector', 'assessor', 'custodian', 'auditor'];

/** The same within a department, and who else can do it there: a head signs for and reports as an officer does. */
const MISSED_IN_DEPARTMENT: readonly (readonly [Role, readonly Role[]])[] = [
  ['department_head', ['department_head']],
  ['department_officer', ['department_officer', 'department_head']],
];

/** From a day on nobody holds a role: in the whole house, or in one department. */
export type RoleGap = {
  readonly role: Role;
  /** Null: in the whole house. */
  readonly departmentId: string | null;
  readonly on: LocalDate;
  /** The loop cannot turn without it; of the others somebody is told what comes to stand, and may want it all the same. */
  readonly isRefused: boolean;
};

/** The gaps that a change of who holds what would make, from today on; none that was there before. */
export function roleGaps(
  before: readonly StaffHolding[],
  after: readonly StaffHolding[],
  today: LocalDate,
): readonly RoleGap[] {
  const inHouse = [...ROLES_ALWAYS_HELD, ...MISSED_IN_HOUSE].flatMap((role): readonly RoleGap[] => {
    const on = newGap([role], before, after, today);
    return on === null ? [] : [{ role, departmentId: null, on, isRefused: ROLES_ALWAYS_HELD.includes(role) }];
  });
  const departmentIds = [...new Set(before.map(({ departmentId }) => departmentId))];
  const inDepartments = departmentIds.flatMap((departmentId) =>
    MISSED_IN_DEPARTMENT.flatMap(([role, roles]): readonly RoleGap[] => {
      const there = (one: StaffHolding) => one.departmentId === departmentId;
      const on = newGap(roles, before.filter(there), after.filter(there), today);
      return on === null ? [] : [{ role, departmentId, on, isRefused: false }];
    }),
  );
  return [...inHouse, ...inDepartments];
}

/** The first day from today on which nobody holds any of some roles; null where somebody does on every day, as far as is known. */
export function firstDayWithout(
  roles: readonly Role[],
  people: readonly RoleHolding[],
  today: LocalDate,
): LocalDate | null {
  const ends = people.flatMap(({ terms }) =>
    terms.flatMap(({ role, to }) =>
      to !== null && to >= today && roles.includes(role) ? [addDays(to, 1)] : [],
    ),
  );
  const isHeld = (on: LocalDate) =>
    people.some((person) => rolesOn(person, on).some((role) => roles.includes(role)));
  return [today, ...ends.toSorted()].find((on) => !isHeld(on)) ?? null;
}

function newGap(
  roles: readonly Role[],
  before: readonly StaffHolding[],
  after: readonly StaffHolding[],
  today: LocalDate,
): LocalDate | null {
  const [was, is] = [firstDayWithout(roles, before, today), firstDayWithout(roles, after, today)];
  return is !== null && (was === null || is < was) ? is : null;
}
