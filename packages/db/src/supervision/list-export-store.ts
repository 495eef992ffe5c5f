import type { Instant } from '@bihuan/domain';
import type { Database } from '../database.ts';

/** One file taken out of the supervision list. */
export type ListExport = {
  readonly id: string;
  readonly at: Instant;
  readonly staffId: string;
  readonly format: string;
  /** What was asked for, by name; words are only counted. */
  readonly filter: Readonly<Record<string, string>>;
  readonly columns: readonly string[];
  readonly lines: number;
};

export async function logListExport(
  { prisma }: Pick<Database, 'prisma'>,
  { columns, ...line }: ListExport,
): Promise<void> {
  await prisma.listExport.create({ data: { ...line, columns: [...columns] } });
}

/** A page of what was taken out, the latest first. */
export async function readListExports(
  { prisma }: Pick<Database, 'prisma'>,
  after: { readonly at: Instant; readonly id: string } | null,
  size: number,
): Promise<readonly ListExport[]> {
  const where =
    after === null ? {} : { OR: [{ at: { lt: after.at } }, { at: after.at, id: { gt: after.id } }] };
  const orderBy = [{ at: 'desc' as const }, { id: 'asc' as const }];
  const rows = await prisma.listExport.findMany({ where, orderBy, take: size });
  return rows.map((row) => ({
    ...row,
    at: row.at.toISOString(),
    filter: row.filter as Readonly<Record<string, string>>,
  }));
}
