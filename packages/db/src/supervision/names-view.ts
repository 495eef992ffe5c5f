import type { Database } from '../database.ts';

export type DepartmentName = { readonly id: string; readonly name: string; readonly nameEn: string };
export type PersonName = { readonly id: string; readonly name: string; readonly departmentId: string };

/** Names to show beside ids; an id that is not known is missing from the map. */
export type Names = {
  readonly departments: ReadonlyMap<string, DepartmentName>;
  readonly people: ReadonlyMap<string, PersonName>;
};

/** Reads the names of departments and staff, those of today: a person who left keeps theirs. */
export async function readNames(
  db: Pick<Database, 'prisma'>,
  departmentIds: Iterable<string>,
  staffIds: Iterable<string> = [],
): Promise<Names> {
  const people = await readPeople(db, [...new Set(staffIds)]);
  const ids = new Set([...departmentIds, ...people.map(({ departmentId }) => departmentId)]);
  const departments = await readDepartments(db, [...ids]);
  return {
    departments: new Map(departments.map((department) => [department.id, department])),
    people: new Map(people.map((person) => [person.id, person])),
  };
}

/** Prisma would ask the database for nobody too. */
async function readPeople(
  { prisma }: Pick<Database, 'prisma'>,
  ids: readonly string[],
): Promise<readonly PersonName[]> {
  if (ids.length === 0) return [];
  const select = { id: true, name: true, departmentId: true };
  return prisma.staff.findMany({ where: { id: { in: [...ids] } }, select });
}

async function readDepartments(
  { prisma }: Pick<Database, 'prisma'>,
  ids: readonly string[],
): Promise<readonly DepartmentName[]> {
  if (ids.length === 0) return [];
  const select = { id: true, name: true, nameEn: true };
  return prisma.department.findMany({ where: { id: { in: [...ids] } }, select });
}
