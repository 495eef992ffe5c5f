import { SYSTEM } from '@bihuan/domain';
import type { House } from '../house.ts';
import { createFirstAdmin, isSetUp } from '../people/create-first-admin.ts';
import { createStaff } from '../people/create-staff.ts';
import { badInput, type Result } from '../result.ts';

export type NewAdmin = {
  readonly login: string;
  readonly name: string;
  readonly password: string;
  /** Code of the department; where none is named, the one of the admin who has been here longest. */
  readonly department?: string | undefined;
};

/** Makes a system admin: the first one together with the offices, or a further one for those who are locked out. */
export async function createAdmin(
  house: House,
  { department, ...person }: NewAdmin,
): Promise<Result<{ readonly id: string }>> {
  if (!(await isSetUp(house))) return createFirstAdmin(house, person);
  const departmentId =
    department === undefined ? await departmentOfOldestAdmin(house) : await departmentOf(house, department);
  if (departmentId === null) return badInput({ department: 'unknown_department' });
  return createStaff(house, SYSTEM, { ...person, departmentId, roles: ['system_admin'] });
}

async function departmentOf(house: House, code: string): Promise<string | null> {
  const row = await house.db.prisma.department.findUnique({ where: { code } });
  return row?.id ?? null;
}

async function departmentOfOldestAdmin(house: House): Promise<string | null> {
  const admin = await house.db.prisma.staff.findFirst({
    where: { roles: { has: 'system_admin' } },
    orderBy: { createdAt: 'asc' },
  });
  return admin?.departmentId ?? null;
}
