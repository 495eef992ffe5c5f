import type { House } from '@bihuan/api';

/** So many departments that may be complained about; gives their ids. */
export async function loadDepartments(house: House, count: number): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, () => house.newId());
  await house.db.prisma.department.createMany({
    data: ids.map((id, at) => ({
      ...{ id, code: `B${at}`, name: `部门${at}`, nameEn: `Department ${at}` },
      ...{ kind: 'department', activeFrom: new Date('2020-01-01') },
    })),
  });
  return ids;
}
