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

/** A category with those under it, in use or not any more. */
export async function withSubcategories(house: Pick<House, 'db'>, code: string): Promise<readonly string[]> {
  const under = await house.db.prisma.category.findMany({ where: { parent: code }, select: { code: true } });
  return [code, ...under.map((one) => one.code)];
}

/** What these categories are called, in use or not any more. */
export async function namesOfCategories(
  house: Pick<House, 'db'>,
  codes: readonly string[],
): Promise<readonly CategoryChoice[]> {
  if (codes.length === 0) return [];
  const select = { code: true, parent: true, name: true, nameEn: true };
  return house.db.prisma.category.findMany({ where: { code: { in: [...new Set(codes)] } }, select });
}
