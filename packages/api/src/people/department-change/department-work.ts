import type { House } from '../../house.ts';

/** Whether a department has open items it leads, or measures it owes in items of others. */
export async function hasWorkInHand(
  { db: { prisma } }: Pick<House, 'db'>,
  departmentId: string,
): Promise<boolean> {
  const [items, measures] = await Promise.all([
    prisma.supervisionItem.count({ where: { leadDepartmentId: departmentId, struckOffAt: null } }),
    prisma.measureRow.count({ where: { departmentId, completedAt: null, item: { struckOffAt: null } } }),
  ]);
  return items + measures > 0;
}
