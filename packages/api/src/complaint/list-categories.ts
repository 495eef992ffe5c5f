import { localDateOf, withAllBelow } from '@bihuan/domain';
import type { House } from '../house.ts';

export type CategoryChoice = {
  readonly code: string;
  readonly parent: string | null;
  readonly name: string;
  readonly nameEn: string;
};

/** The catalogue in use, in its order. Nothing secret in it. */
export function listCategories(house: Pick<House, 'db' | 'now'>): Promise<readonly CategoryChoice[]> {
  return house.db.prisma.category.findMany({
    where: inUse(house),
    select: { code: true, parent: true, name: true, nameEn: true },
    orderBy: [{ position: 'asc' }, { code: 'asc' }],
  });
}

/** Whether a code is of the catalogue in use. */
export async function isKnownCategory(house: Pick<House, 'db' | 'now'>, code: string): Promise<boolean> {
  return (await house.db.prisma.category.count({ where: { code, ...inUse(house) } })) === 1;
}

/** Which categories may be chosen today. */
function inUse(house: Pick<House, 'now'>) {
  const today = new Date(localDateOf(house.now()));
  return {
    isActive: true,
    AND: [
      { OR: [{ activeFrom: null }, { activeFrom: { lte: today } }] },
      { OR: [{ activeTo: null }, { activeTo: { gt: today } }] },
    ],
  };
}

/** A category with all under it and all whose place they took, in use or not any more. */
export async function withSubcategories(house: Pick<House, 'db'>, code: string): Promise<readonly string[]> {
  const select = { code: true, parent: true, successor: true };
  return withAllBelow(await house.db.prisma.category.findMany({ select }), code);
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
