import type { House } from '../house.ts';

export type CategoryChoice = {
  readonly code: string;
  readonly parent: string | null;
  readonly name: string;
  readonly nameEn: string;
};

/** The catalogue in use, in its order. Nothing secret in it. */
export function listCategories(house: Pick<House, 'db'>): Promise<readonly CategoryChoice[]> {
  return house.db.prisma.category.findMany({
    where: { isActive: true },
    select: { code: true, parent: true, name: true, nameEn: true },
    orderBy: [{ position: 'asc' }, { code: 'asc' }],
  });
}

/** Whether a code is of the catalogue in use. */
export async function isKnownCategory(house: Pick<House, 'db'>, code: string): Promise<boolean> {
  return (await house.db.prisma.category.count({ where: { code, isActive: true } })) === 1;
}
