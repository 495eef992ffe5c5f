import type { House } from '../house.ts';

/** Departments that may be complained about today, for the filing form. */
export type FilingChoices = {
  readonly departments: readonly { readonly id: string; readonly name: string; readonly nameEn: string }[];
};

export async function readFilingChoices(house: House): Promise<FilingChoices> {
  const departments = await house.db.prisma.department.findMany({
    where: { kind: 'department', activeTo: null },
    select: { id: true, name: true, nameEn: true },
    orderBy: { code: 'asc' },
  });
  return { departments };
}
