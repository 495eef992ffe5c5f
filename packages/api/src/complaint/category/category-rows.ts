import type { ChangedFields } from '@bihuan/db';
import type { CategoryNode } from '@bihuan/domain';
import type { House } from '../../house.ts';

export type CategoryRow = CategoryNode & { readonly name: string; readonly nameEn: string };

/** Every category there ever was, in its order. */
export async function categoryRows({ db }: Pick<House, 'db'>): Promise<readonly CategoryRow[]> {
  const rows = await db.prisma.category.findMany({ orderBy: [{ position: 'asc' }, { code: 'asc' }] });
  return rows.map(({ activeFrom, activeTo, isActive, ...row }) => ({
    ...row,
    activeFrom: dayOf(activeFrom),
    // Closed before categories had dates.
    activeTo: isActive ? dayOf(activeTo) : (dayOf(activeTo) ?? '2025-01-01'),
  }));
}

/** What of a category is kept with a change. */
export function categoryFields({ code: _, ...fields }: CategoryRow): ChangedFields {
  return fields;
}

/** A category as Prisma writes it. */
export function categoryData({ activeFrom, activeTo, ...row }: CategoryRow) {
  const date = (day: string | null) => (day === null ? null : new Date(day));
  return { ...row, activeFrom: date(activeFrom), activeTo: date(activeTo) };
}

function dayOf(date: Date | null): string | null {
  return date === null ? null : date.toISOString().slice(0, 10);
}
