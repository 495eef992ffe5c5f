import type { Instant } from '@bihuan/domain';
import type { Database } from '../database.ts';

export const EXPORT_KINDS = ['ledger', 'sheet', 'trend'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];
export const EXPORT_FORMATS = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export type ExportStatus = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled' | 'forgotten';

export type StoredExport = {
  readonly id: string;
  readonly kind: ExportKind;
  readonly format: ExportFormat;
  readonly asked: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<string, string>>;
  readonly askedAt: Instant;
  readonly askedById: string;
  readonly status: ExportStatus;
  readonly done: number;
  readonly total: number;
  readonly parts: number;
  readonly keyId: string;
  readonly finishedAt: Instant | null;
};

type Asked = Pick<StoredExport, 'id' | 'kind' | 'format' | 'asked' | 'words' | 'askedAt' | 'askedById'>;

/** Asks for a file: the row and the job that makes it, in one statement. */
export async function askForExport(db: Pick<Database, 'pool'>, asked: Asked): Promise<void> {
  await db.pool.query(
    `WITH job AS (INSERT INTO pgboss.job (name, data, retry_limit, retry_delay, expire_seconds)
  VALUES ('export', jsonb_build_object('exportId', $1::text), 2, 10, 7200))
INSERT INTO export_job (id, kind, format, asked, words, asked_at, asked_by_id, status)
VALUES ($1::uuid, $2, $3, $4::jsonb, $5::jsonb, $6, $7, 'waiting')`,
    [
      ...[asked.id, asked.kind, asked.format, JSON.stringify(asked.asked), JSON.stringify(asked.words)],
      ...[asked.askedAt, asked.askedById],
    ],
  );
}

export async function readExport(
  { prisma }: Pick<Database, 'prisma'>,
  id: string,
): Promise<StoredExport | null> {
  const row = await prisma.exportJob.findUnique({ where: { id } });
  return row === null ? null : shown(row);
}

/** What one person asked for, the latest first. */
export async function readExportsOf(
  { prisma }: Pick<Database, 'prisma'>,
  askedById: string,
  most: number,
): Promise<readonly StoredExport[]> {
  const rows = await prisma.exportJob.findMany({
    where: { askedById },
    orderBy: [{ askedAt: 'desc' }, { id: 'asc' }],
    take: most,
  });
  return rows.map(shown);
}

/** Moves a file on, where it is still in one of these states. */
export async function moveExport(
  { prisma }: Pick<Database, 'prisma'>,
  id: string,
  from: readonly ExportStatus[],
  to: Partial<Pick<StoredExport, 'status' | 'done' | 'total' | 'parts' | 'keyId' | 'finishedAt'>>,
): Promise<boolean> {
  const { count } = await prisma.exportJob.updateMany({ where: { id, status: { in: [...from] } }, data: to });
  return count === 1;
}

/** Files that were finished before a moment and are still kept. */
export async function exportsFinishedBefore(
  { prisma }: Pick<Database, 'prisma'>,
  before: Instant,
): Promise<readonly StoredExport[]> {
  const rows = await prisma.exportJob.findMany({
    where: { askedAt: { lt: before }, status: { not: 'forgotten' } },
    take: 200,
  });
  return rows.map(shown);
}

type Row = NonNullable<Awaited<ReturnType<Database['prisma']['exportJob']['findUnique']>>>;

function shown({ kind, format, asked, words, status, askedAt, finishedAt, ...row }: Row): StoredExport {
  return {
    ...row,
    kind: kind as ExportKind,
    format: format as ExportFormat,
    status: status as ExportStatus,
    asked: asked as StoredExport['asked'],
    words: words as StoredExport['words'],
    askedAt: askedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}
