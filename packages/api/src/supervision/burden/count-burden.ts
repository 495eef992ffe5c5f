import { countDemands, type DepartmentName } from '@bihuan/db';
import { medianOf, type DemandKind } from '@bihuan/domain';
import type { House } from '../../house.ts';

/** What was asked of departments in some months, and the middle of the zone. */
export type Burden = {
  readonly departments: readonly DepartmentName[];
  /** `kind` null: everything together. */
  count(departmentId: string, month: string, kind: DemandKind | null): number;
  median(month: string, kind: DemandKind | null): number;
};

/** Counts these months, for every department there is now, and for those that ended and were asked for something in them. */
export async function countBurden(house: House, months: readonly string[]): Promise<Burden> {
  const counted = await countDemands(house.db, months);
  const asked = [...new Set(counted.map(({ departmentId }) => departmentId))];
  const departments = await house.db.prisma.department.findMany({
    where: { kind: 'department', OR: [{ activeTo: null }, { id: { in: asked } }] },
    select: { id: true, name: true, nameEn: true },
    orderBy: { code: 'asc' },
  });
  const counts = new Map<string, number>();
  for (const { departmentId, month, kind, count } of counted)
    for (const key of [`${departmentId} ${month} ${kind}`, `${departmentId} ${month} `])
      counts.set(key, (counts.get(key) ?? 0) + count);
  const count: Burden['count'] = (departmentId, month, kind) =>
    counts.get(`${departmentId} ${month} ${kind ?? ''}`) ?? 0;
  return {
    departments,
    count,
    median: (month, kind) => medianOf(departments.map(({ id }) => count(id, month, kind))),
  };
}
