import type { LocalDate } from '../calendar/index.ts';
import { departmentInCharge, type Succeeded } from './succession.ts';

export type DepartmentNames = { readonly name: string; readonly nameEn: string };

/** A name that a department gets on a day, or its end. */
export type DepartmentChange = {
  readonly id: string;
  readonly departmentId: string;
  readonly on: LocalDate;
} & (
  | { readonly kind: 'name'; readonly names: DepartmentNames }
  | { readonly kind: 'end'; readonly successorId: string | null }
);

export type DepartmentChangeRefusal =
  | 'date_in_the_past'
  | 'department_changes_that_day'
  | 'department_ends_before'
  | 'department_ended'
  | 'department_holds_work'
  | 'successor_not_there'
  | 'successors_in_circle';

/** What stands against a new name from a day on; null where nothing does. `planned`: what is still to come. */
export function renameFault(
  { departmentId, on }: Pick<DepartmentChange, 'departmentId' | 'on'>,
  departments: ReadonlyMap<string, Succeeded>,
  planned: readonly DepartmentChange[],
  today: LocalDate,
): DepartmentChangeRefusal | null {
  if (hasEnded(departments, departmentId)) return 'department_ended';
  if (on < today) return 'date_in_the_past';
  const own = planned.filter((one) => one.departmentId === departmentId);
  if (own.some((one) => one.kind === 'end' && one.on <= on)) return 'department_ends_before';
  return own.some((one) => one.on === on) ? 'department_changes_that_day' : null;
}

/** What stands against the end of a department on a day; null where nothing does. `hasWork`: items or measures in hand. */
export function endFault(
  end: { readonly departmentId: string; readonly on: LocalDate; readonly successorId: string | null },
  departments: ReadonlyMap<string, Succeeded>,
  planned: readonly DepartmentChange[],
  hasWork: boolean,
): DepartmentChangeRefusal | null {
  const { departmentId, on, successorId } = end;
  if (hasEnded(departments, departmentId)) return 'department_ended';
  const own = planned.filter((one) => one.departmentId === departmentId);
  if (own.some((one) => one.kind === 'end')) return 'department_changes_that_day';
  if (own.some((one) => one.on >= on)) return 'department_ends_before';
  if (successorId === null) return hasWork ? 'department_holds_work' : null;
  if (!departments.has(successorId)) return 'successor_not_there';
  const coming = withPlanned(departments, planned);
  const inCharge = departmentInCharge(coming, successorId, on);
  if (successorId === departmentId || inCharge === departmentId) return 'successors_in_circle';
  return inCharge === null || hasEnded(departments, successorId) ? 'successor_not_there' : null;
}

/** Who succeeds whom once everything planned has come. */
function withPlanned(
  departments: ReadonlyMap<string, Succeeded>,
  planned: readonly DepartmentChange[],
): ReadonlyMap<string, Succeeded> {
  const coming = new Map(departments);
  for (const one of planned)
    if (one.kind === 'end')
      coming.set(one.departmentId, { id: one.departmentId, successorId: one.successorId, activeTo: one.on });
  return coming;
}

function hasEnded(departments: ReadonlyMap<string, Succeeded>, id: string): boolean {
  const department = departments.get(id);
  return department === undefined || department.activeTo !== null;
}

/** A name that was given up on a day. */
export type FormerName = DepartmentNames & {
  /** The first day on which it was not the name any more. */
  readonly until: LocalDate;
};

/** What a department was called on a day. */
export function nameOn(
  present: DepartmentNames,
  former: readonly FormerName[],
  on: LocalDate,
): DepartmentNames {
  const then = former
    .filter(({ until }) => on < until)
    .toSorted((one, other) => one.until.localeCompare(other.until))[0];
  return then === undefined ? present : { name: then.name, nameEn: then.nameEn };
}
