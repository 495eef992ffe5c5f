import { FROZEN_STATUSES, type CallbackCounts, type Instant, type PeriodSheet } from '@bihuan/domain';
import type { Database } from '../../database.ts';

/** What a frozen period says, whatever was entered or decided since. */
export type FrozenEdition = {
  readonly edition: number;
  readonly sheet: PeriodSheet;
  /** When it was published, or restated since. */
  readonly takenAt: Instant;
  /** The scoreboard kept with it; null where none was kept yet. */
  readonly board: unknown;
};

/** The edition that holds for the period $1, where it is frozen ($2). */
const HOLDING = `FROM period_sheet sheet
JOIN period_sheet_snapshot snapshot ON snapshot.sheet_id = sheet.id AND snapshot.edition = sheet.edition
WHERE sheet.period = $1 AND sheet.status = ANY($2)`;

/** The edition that holds for a frozen period; null while it is not frozen. */
export async function readFrozenEdition(
  db: Pick<Database, 'pool'>,
  period: string,
): Promise<FrozenEdition | null> {
  const { rows } = await db.pool.query<Omit<FrozenEdition, 'takenAt'> & { readonly takenAt: Date }>({
    name: 'frozen-edition',
    text: `
SELECT snapshot.edition, snapshot.content -> 'sheet' AS sheet, snapshot.board,
  coalesce(sheet.restated_at, sheet.published_at) AS "takenAt"
${HOLDING}`,
    values: [period, FROZEN_STATUSES],
  });
  const row = rows[0];
  return row === undefined ? null : { ...row, takenAt: row.takenAt.toISOString() };
}

/** The callbacks that departments have in the edition that holds for a frozen period. */
export type FrozenCallbacks = {
  readonly edition: number;
  readonly of: ReadonlyMap<string, CallbackCounts>;
};

/** Those of each period among these that is frozen; the others are missing. */
export async function readFrozenCallbacks(
  db: Pick<Database, 'pool'>,
  periods: readonly string[],
): Promise<ReadonlyMap<string, FrozenCallbacks>> {
  type Row = { period: string; edition: number; counts: readonly [string, CallbackCounts][] };
  const { rows } = await db.pool.query<Row>({
    name: 'frozen-callbacks',
    text: `
SELECT sheet.period, snapshot.edition,
  (SELECT coalesce(jsonb_agg(jsonb_build_array(line -> 'departmentId', line -> 'callbacks')), '[]')
   FROM jsonb_array_elements(snapshot.content -> 'sheet' -> 'departments') line) AS counts
FROM period_sheet sheet
JOIN period_sheet_snapshot snapshot ON snapshot.sheet_id = sheet.id AND snapshot.edition = sheet.edition
WHERE sheet.period = ANY($1::text[]) AND sheet.status = ANY($2)`,
    values: [periods, FROZEN_STATUSES],
  });
  return new Map(rows.map(({ period, edition, counts }) => [period, { edition, of: new Map(counts) }]));
}

/** The ids of the lines of the ledger that a department has in the edition that holds for a frozen period; null while it is not frozen. */
export async function readFrozenLineIds(
  db: Pick<Database, 'pool'>,
  period: string,
  departmentId: string,
): Promise<readonly string[] | null> {
  const { rows } = await db.pool.query<{ ids: readonly string[] }>({
    name: 'frozen-line-ids',
    text: `
SELECT ARRAY(SELECT line ->> 'id' FROM jsonb_array_elements(snapshot.content -> 'lines') line
  WHERE line ->> 'departmentId' = $3::text) AS ids
${HOLDING}`,
    values: [period, FROZEN_STATUSES, departmentId],
  });
  return rows[0]?.ids ?? null;
}
