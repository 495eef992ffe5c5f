import { FROZEN_STATUSES, type PeriodSheet } from '@bihuan/domain';
import type { Database } from '../../database.ts';

/** What a frozen period says, whatever was entered or decided since. */
export type FrozenEdition = {
  readonly edition: number;
  readonly sheet: PeriodSheet;
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
  const { rows } = await db.pool.query<FrozenEdition>({
    name: 'frozen-edition',
    text: `
SELECT snapshot.edition, snapshot.content -> 'sheet' AS sheet, snapshot.board
${HOLDING}`,
    values: [period, FROZEN_STATUSES],
  });
  return rows[0] ?? null;
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
