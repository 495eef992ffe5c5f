import type { Database } from '../database.ts';
import type { Statement } from '../statement.ts';

/** Where a file is on its way. */
export type ImportStep =
  | 'arrived'
  | 'checking'
  | 'checked'
  | 'filing'
  | 'filed'
  | 'undoing'
  | 'undone'
  | 'failed'
  | 'dropped';

export type ImportVerdict = 'new' | 'same' | 'changed' | 'refused';

export type StoredImport = {
  readonly id: string;
  readonly source: string;
  readonly fileName: string;
  readonly kind: 'csv' | 'xlsx';
  readonly bytes: number;
  readonly keyId: string;
  readonly sample: Uint8Array | null;
  /** Header by field. */
  readonly columns: Readonly<Record<string, string>>;
  readonly step: ImportStep;
  readonly failure: {
    readonly code: string;
    readonly data?: Readonly<Record<string, string | number>>;
  } | null;
  readonly done: number;
  readonly total: number;
  readonly created: number;
  readonly broughtAt: string;
  readonly broughtById: string;
  readonly departmentId: string;
  readonly askedById: string;
  readonly filedAt: string | null;
  readonly undoneAt: string | null;
  readonly undoReason: string;
};

export type NewImport = Pick<
  StoredImport,
  'id' | 'source' | 'fileName' | 'kind' | 'bytes' | 'keyId' | 'columns' | 'broughtById' | 'departmentId'
> & { readonly sample: Uint8Array; readonly at: string };

export async function insertImport(db: Pick<Database, 'prisma'>, { at, ...one }: NewImport): Promise<void> {
  const times = { broughtAt: at, changedAt: at, askedById: one.broughtById };
  await db.prisma.complaintImport.create({
    data: { ...one, ...times, sample: new Uint8Array(one.sample), step: 'arrived' },
  });
}

export async function readStoredImport(
  db: Pick<Database, 'prisma'>,
  id: string,
): Promise<StoredImport | null> {
  const row = await db.prisma.complaintImport.findUnique({ where: { id } });
  return row === null ? null : shown(row);
}

/** The latest ones first; of one department where it is given. */
export async function listStoredImports(
  db: Pick<Database, 'prisma'>,
  departmentId: string | null,
  most: number,
): Promise<readonly StoredImport[]> {
  const rows = await db.prisma.complaintImport.findMany({
    where: { step: { not: 'dropped' }, ...(departmentId === null ? {} : { departmentId }) },
    orderBy: { broughtAt: 'desc' },
    take: most,
  });
  return rows.map(shown);
}

/** Moves a file on, and asks the worker for what comes next where that is its work. False where it is no longer at one of `from`. */
export async function moveImport(
  db: Pick<Database, 'pool'>,
  id: string,
  from: readonly ImportStep[],
  step: ImportStep,
  change: {
    readonly at: string;
    readonly askedById: string;
    readonly columns?: Readonly<Record<string, string>>;
    readonly source?: string;
    readonly undoReason?: string;
  },
): Promise<boolean> {
  const { at, askedById, columns = null, source = null, undoReason = null } = change;
  const { rowCount } = await db.pool.query(
    `WITH moved AS (
  UPDATE complaint_import SET step = $3, changed_at = $4, asked_by_id = $5, done = 0, failure = NULL,
    columns = coalesce($6::jsonb, columns), source = coalesce($7, source), undo_reason = coalesce($8, undo_reason)
  WHERE id = $1::uuid AND step = ANY($2::text[]) RETURNING id
), job AS (
  INSERT INTO pgboss.job (name, data, retry_limit, retry_delay, expire_seconds)
  SELECT 'import', jsonb_build_object('importId', id), 5, 5, 3600 FROM moved
  WHERE $3 IN ('checking', 'filing', 'undoing')
)
SELECT id FROM moved`,
    [id, from, step, at, askedById, columns === null ? null : JSON.stringify(columns), source, undoReason],
  );
  return rowCount === 1;
}

export async function saveImportProgress(
  db: Pick<Database, 'prisma'>,
  id: string,
  change: { readonly done?: number; readonly total?: number },
): Promise<void> {
  await db.prisma.complaintImport.update({ where: { id }, data: change });
}

/** Ends the work on a step. */
export async function finishImport(
  db: Pick<Database, 'prisma'>,
  id: string,
  step: ImportStep,
  at: string,
  change: {
    readonly failure?: StoredImport['failure'];
    readonly created?: number;
    readonly filedAt?: string;
    readonly undoneAt?: string;
    readonly sample?: null;
  } = {},
): Promise<void> {
  const { failure, ...rest } = change;
  const data = { ...rest, ...(failure ? { failure } : {}), step, changedAt: at };
  await db.prisma.complaintImport.update({ where: { id }, data });
}

export type NewImportRow = {
  readonly line: number;
  readonly externalId: string;
  readonly verdict: ImportVerdict;
  readonly fault: unknown;
  readonly complaintId: string | null;
  /** Sealed under the key in use. */
  readonly texts: Buffer | null;
};

/** Writes down what rows are; what became of them stays. */
export async function saveImportRows(
  db: Pick<Database, 'pool'>,
  importId: string,
  rows: readonly NewImportRow[],
  keyId: string,
): Promise<void> {
  if (rows.length === 0) return;
  const column = <Value>(of: (row: NewImportRow) => Value) => rows.map(of);
  await db.pool.query(
    `INSERT INTO complaint_import_row (import_id, key_id, line, external_id, verdict, fault, complaint_id, texts)
SELECT $1::uuid, $8, * FROM unnest($2::int[], $3::text[], $4::text[], $5::jsonb[], $6::uuid[], $7::bytea[])
ON CONFLICT (import_id, line) DO UPDATE SET external_id = excluded.external_id, verdict = excluded.verdict,
  fault = excluded.fault, complaint_id = excluded.complaint_id, texts = excluded.texts,
  key_id = excluded.key_id
WHERE complaint_import_row.created_id IS NULL`,
    [
      importId,
      column(({ line }) => line),
      column(({ externalId }) => externalId),
      column(({ verdict }) => verdict),
      column(({ fault }) => (fault === null ? null : JSON.stringify(fault))),
      column(({ complaintId }) => complaintId),
      column(({ texts }) => texts),
      keyId,
    ],
  );
}

/** Before a file is looked through again. */
export async function deleteImportRows(db: Pick<Database, 'prisma'>, importId: string): Promise<void> {
  await db.prisma.complaintImportRow.deleteMany({ where: { importId, createdId: null } });
}

/** Says of a row which complaint it became, in the transaction that files it. */
export function markRowFiled(importId: string, line: number, source: string, externalId: string): Statement {
  return {
    name: 'mark-import-row-filed',
    text: `UPDATE complaint_import_row SET created_id =
  (SELECT id FROM complaint WHERE external_source = $3 AND external_id = $4)
WHERE import_id = $1 AND line = $2`,
    values: [importId, line, source, externalId],
  };
}

/** Says of a row that its complaint was taken back, and lets its number be used again. */
export function markRowUndone(
  importId: string,
  line: number,
  complaintId: string,
  at: string,
): readonly Statement[] {
  return [
    {
      name: 'mark-import-row-undone',
      text: 'UPDATE complaint_import_row SET undone_at = $3 WHERE import_id = $1 AND line = $2',
      values: [importId, line, at],
    },
    {
      name: 'release-external-id',
      text: 'UPDATE complaint SET external_source = NULL, external_id = NULL WHERE id = $1',
      values: [complaintId],
    },
  ];
}

/** Takes what was kept of files that nobody touched since; returns their ids. */
export async function forgetImportsBefore(
  db: Pick<Database, 'pool'>,
  before: string,
): Promise<readonly string[]> {
  const { rows } = await db.pool.query<{ id: string }>(
    `WITH old AS (
  UPDATE complaint_import SET sample = NULL,
    step = CASE WHEN step IN ('arrived', 'checked', 'failed') AND filed_at IS NULL THEN 'dropped' ELSE step END
  WHERE changed_at < $1 AND step NOT IN ('checking', 'filing', 'undoing') AND sample IS NOT NULL RETURNING id
), texts AS (
  UPDATE complaint_import_row SET texts = NULL FROM old WHERE import_id = old.id
)
SELECT id FROM old`,
    [before],
  );
  return rows.map(({ id }) => id);
}

type Row = Omit<
  StoredImport,
  'columns' | 'kind' | 'step' | 'failure' | 'broughtAt' | 'filedAt' | 'undoneAt'
> & {
  kind: string;
  step: string;
  columns: unknown;
  failure: unknown;
  broughtAt: Date;
  filedAt: Date | null;
  undoneAt: Date | null;
};

function shown({ broughtAt, filedAt, undoneAt, ...row }: Row): StoredImport {
  return {
    ...row,
    kind: row.kind as StoredImport['kind'],
    step: row.step as ImportStep,
    columns: row.columns as StoredImport['columns'],
    failure: row.failure as StoredImport['failure'],
    broughtAt: broughtAt.toISOString(),
    filedAt: filedAt?.toISOString() ?? null,
    undoneAt: undoneAt?.toISOString() ?? null,
  };
}
