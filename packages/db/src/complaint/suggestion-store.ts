import type { Database } from '../database.ts';

/** What a suggestion is about. */
export type SuggestionKind = 'category' | 'department';

/** A model as it is kept: packed, with how much it learned from. */
export type StoredModel = {
  readonly version: number;
  readonly trainedAt: string;
  readonly texts: number;
  readonly labels: number;
  readonly data: Buffer;
};

const KEPT = 3;

type Row = Omit<StoredModel, 'trainedAt'> & { trainedAt: Date };

/** The newest model of a kind; null where none was trained. */
export async function readNewestModel(
  db: Pick<Database, 'pool'>,
  kind: SuggestionKind,
): Promise<StoredModel | null> {
  const { rows } = await db.pool.query<Row>({
    name: 'newest-suggestion-model',
    text: `SELECT version, trained_at AS "trainedAt", texts, labels, data FROM suggestion_model
WHERE kind = $1 ORDER BY version DESC LIMIT 1`,
    values: [kind],
  });
  const [row] = rows;
  return row === undefined ? null : { ...row, trainedAt: row.trainedAt.toISOString() };
}

/** The version of the newest model of a kind; 0 where none was trained. */
export async function newestModelVersion(
  db: Pick<Database, 'pool'>,
  kind: SuggestionKind,
): Promise<{ readonly version: number; readonly texts: number }> {
  const { rows } = await db.pool.query<{ version: number; texts: number }>({
    name: 'newest-suggestion-version',
    text: 'SELECT version, texts FROM suggestion_model WHERE kind = $1 ORDER BY version DESC LIMIT 1',
    values: [kind],
  });
  return rows[0] ?? { version: 0, texts: 0 };
}

/** Keeps a model as the next version of its kind; all but the last three go. */
export async function saveModel(
  db: Pick<Database, 'pool'>,
  kind: SuggestionKind,
  model: Omit<StoredModel, 'version'>,
): Promise<void> {
  await db.pool.query(
    `INSERT INTO suggestion_model (kind, version, trained_at, texts, labels, data)
SELECT $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5 FROM suggestion_model WHERE kind = $1
ON CONFLICT DO NOTHING`,
    [kind, model.trainedAt, model.texts, model.labels, model.data],
  );
  await db.pool.query(
    `DELETE FROM suggestion_model WHERE kind = $1
  AND version <= (SELECT max(version) FROM suggestion_model WHERE kind = $1) - $2::int`,
    [kind, KEPT],
  );
}

/** A complaint with what people decided about it. */
export type DecidedComplaint = { readonly label: string; readonly text: string };

const LABELS: Readonly<Record<SuggestionKind, string>> = {
  category: 'complaint.category',
  department: 'item.lead_department_id::text',
};

/** Complaints that people classified or routed, oldest first: of each label the newest `each`, of all the newest `most`. */
export async function readDecidedComplaints(
  db: Pick<Database, 'pool'>,
  kind: SuggestionKind,
  each: number,
  most: number,
): Promise<readonly DecidedComplaint[]> {
  const label = LABELS[kind];
  const { rows } = await db.pool.query<DecidedComplaint>(
    `WITH decided AS (
  SELECT complaint.id, complaint.submitted_at, ${label} AS label, complaint.title || E'\\n' || complaint.body AS text,
    row_number() OVER (PARTITION BY ${label} ORDER BY complaint.submitted_at DESC, complaint.id) AS nth
  FROM complaint LEFT JOIN supervision_item item ON item.id = complaint.item_id
  WHERE ${label} IS NOT NULL AND complaint.status NOT IN ('declined', 'merged', 'split', 'withdrawn')),
newest AS (SELECT * FROM decided WHERE nth <= $1 ORDER BY submitted_at DESC, id LIMIT $2)
SELECT label, text FROM newest ORDER BY submitted_at, id`,
    [each, most],
  );
  return rows;
}
