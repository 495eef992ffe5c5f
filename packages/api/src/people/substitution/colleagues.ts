import type { Colleague, Role } from '@bihuan/domain';
import type { House } from '../../house.ts';

/** The people of these ids, as far as standing in for each other asks. */
export async function colleagues(
  house: Pick<House, 'db'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Colleague & { readonly name: string }>> {
  const rows = await house.db.prisma.staff.findMany({
    where: { id: { in: [...ids] } },
    include: { department: true },
  });
  return new Map(
    rows.map(({ id, name, departmentId, roles, isActive, department }) => [
      id,
      {
        ...{ id, name, departmentId, isActive, roles: roles as Role[] },
        isOfDepartment: department.kind === 'department',
      },
    ]),
  );
}
