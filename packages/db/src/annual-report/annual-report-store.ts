import type { Instant } from '@bihuan/domain';
import type { Database } from '../database.ts';
import type { YearFigures } from './year-figures-view.ts';

export type AnnualReport = {
  readonly year: number;
  readonly figures: YearFigures;
  readonly sha256: string;
  readonly madeAt: Instant;
  readonly madeById: string;
};

/** Keeps the report of a year; false where there is one, which stays. */
export async function keepAnnualReport(
  db: Pick<Database, 'pool'>,
  { year, figures, sha256, madeAt, madeById }: AnnualReport,
  bytes: Uint8Array,
): Promise<boolean> {
  const { rowCount } = await db.pool.query(
    `INSERT INTO annual_report (year, figures, sha256, bytes, made_at, made_by_id) VALUES ($1, $2::jsonb, $3, $4, $5, $6)
ON CONFLICT (year) DO NOTHING`,
    [year, JSON.stringify(figures), sha256, Buffer.from(bytes), madeAt, madeById],
  );
  return rowCount === 1;
}

export async function readAnnualReports({
  prisma,
}: Pick<Database, 'prisma'>): Promise<readonly AnnualReport[]> {
  const rows = await prisma.annualReport.findMany({ orderBy: { year: 'desc' }, omit: { bytes: true } });
  return rows.map(({ figures, madeAt, ...row }) => ({
    ...row,
    figures: figures as YearFigures,
    madeAt: madeAt.toISOString(),
  }));
}

/** The paper of a year as it was made; null where none was. */
export async function readAnnualPaper(
  { prisma }: Pick<Database, 'prisma'>,
  year: number,
): Promise<Uint8Array | null> {
  const row = await prisma.annualReport.findUnique({ where: { year }, select: { bytes: true } });
  return row?.bytes ?? null;
}
