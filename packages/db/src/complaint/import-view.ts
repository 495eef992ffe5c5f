import type { ComplaintEventType, ComplaintStatus } from '@bihuan/domain';
import type { Database } from '../database.ts';
import type { ImportVerdict } from './import-store.ts';

/** How many rows of each kind a file has. */
export async function countImportRows(
  db: Pick<Database, 'pool'>,
  importId: string,
): Promise<Readonly<Record<ImportVerdict, number>>> {
  const { rows } = await db.pool.query<{ verdict: ImportVerdict; count: number }>({
    name: 'count-import-rows',
    text: 'SELECT verdict, count(*)::int AS count FROM complaint_import_row WHERE import_id = $1 GROUP BY verdict',
    values: [importId],
  });
  const counts = { new: 0, same: 0, changed: 0, refused: 0 };
  for (const { verdict, count } of rows) counts[verdict] = count;
  return counts;
}

export type ImportRow = {
  readonly line: number;
  readonly externalId: string;
  readonly verdict: ImportVerdict;
  readonly fault: unknown;
  readonly texts: Buffer | null;
  /** The key that `texts` are sealed under. */
  readonly keyId: string;
  readonly undoneAt: Date | null;
  /** The complaint it became, or that an earlier file had brought. */
  readonly complaint: {
    readonly id: string;
    readonly trackingNumber: string;
    readonly status: ComplaintStatus;
  } | null;
};

/** Rows of one kind by line, after a line. */
export async function readImportRows(
  db: Pick<Database, 'pool'>,
  importId: string,
  verdict: ImportVerdict,
  after: number,
  most: number,
): Promise<readonly ImportRow[]> {
  const { rows } = await db.pool.query<ImportRow>({
    name: 'import-rows',
    text: `SELECT row.line, row.external_id AS "externalId", row.verdict, row.fault, row.texts, row.key_id AS "keyId",
  row.undone_at AS "undoneAt",
  CASE WHEN complaint.id IS NULL THEN NULL ELSE json_build_object('id', complaint.id,
    'trackingNumber', complaint.tracking_number, 'status', complaint.status) END AS complaint
FROM complaint_import_row row LEFT JOIN complaint ON complaint.id = coalesce(row.created_id, row.complaint_id)
WHERE row.import_id = $1 AND row.verdict = $2 AND row.line > $3 ORDER BY row.line LIMIT $4`,
    values: [importId, verdict, after, most],
  });
  return rows;
}

/** A complaint of a file that somebody did something about. */
export type ActedOn = {
  readonly line: number;
  readonly complaintId: string;
  readonly trackingNumber: string;
  readonly status: ComplaintStatus;
  /** The latest thing done; null where it is a file that was added, or another complaint merged into it. */
  readonly last: ComplaintEventType | null;
};

/** Which complaints of a file were acted on, by line; of the given lines where they are given. The clock's own events do not count. */
export async function readActedOn(
  db: Pick<Database, 'pool'>,
  importId: string,
  most: number,
  lines: readonly number[] | null = null,
): Promise<readonly ActedOn[]> {
  const { rows } = await db.pool.query<ActedOn>(
    `SELECT row.line, complaint.id AS "complaintId", complaint.tracking_number AS "trackingNumber", complaint.status,
  (SELECT type FROM event WHERE stream_id = complaint.id AND version > 1
    AND type NOT IN ('DeadlineCrossed', 'DueDateRecomputed') ORDER BY version DESC LIMIT 1) AS last
FROM complaint_import_row row JOIN complaint ON complaint.id = row.created_id
WHERE row.import_id = $1 AND row.undone_at IS NULL AND ($3::int[] IS NULL OR row.line = ANY($3))
  AND (EXISTS (SELECT FROM event WHERE stream_id = complaint.id AND version > 1
      AND type NOT IN ('DeadlineCrossed', 'DueDateRecomputed'))
    OR EXISTS (SELECT FROM attachment WHERE complaint_id = complaint.id)
    OR complaint.id IN (SELECT survivor_id FROM complaint WHERE status = 'merged'))
ORDER BY row.line LIMIT $2`,
    [importId, most, lines],
  );
  return rows;
}

/** Complaints of a file that are still to be taken back, after a line. */
export async function readRowsToUndo(
  db: Pick<Database, 'pool'>,
  importId: string,
  after: number,
  most: number,
): Promise<readonly { readonly line: number; readonly complaintId: string }[]> {
  const { rows } = await db.pool.query<{ line: number; complaintId: string }>(
    `SELECT line, created_id AS "complaintId" FROM complaint_import_row
WHERE import_id = $1 AND created_id IS NOT NULL AND undone_at IS NULL AND line > $2 ORDER BY line LIMIT $3`,
    [importId, after, most],
  );
  return rows;
}

/** How many complaints a file made, and how many of them were taken back. */
export async function countFiledRows(
  db: Pick<Database, 'pool'>,
  importId: string,
): Promise<{ readonly filed: number; readonly undone: number }> {
  const { rows } = await db.pool.query<{ filed: number; undone: number }>(
    `SELECT count(created_id)::int AS filed, count(undone_at)::int AS undone
FROM complaint_import_row WHERE import_id = $1`,
    [importId],
  );
  return rows[0] ?? { filed: 0, undone: 0 };
}
