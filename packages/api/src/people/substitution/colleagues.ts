import { holdingOf, OPEN_TERMS } from '@bihuan/db';
import { localDateOf, rolesOn, type Colleague } from '@bihuan/domain';
import type { House } from '../../house.ts';

/** The people of these ids, as far as standing in for each other asks. */
export async function colleagues(
  house: Pick<House, 'db' | 'now'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Colleague & { readonly name: string }>> {
  const rows = await house.db.prisma.staff.findMany({
    where: { id: { in: [...ids] } },
    include: { department: true, roleTerms: OPEN_TERMS },
  });
  const today = localDateOf(house.now());
  return new Map(
    rows.map(({ id, name, departmentId, isActive, department, ...row }) => [
      id,
      {
        ...{ id, name, departmentId, isActive, roles: rolesOn(holdingOf(row), today) },
        isOfDepartment: department.kind === 'department',
      },
    ]),
  );
}
