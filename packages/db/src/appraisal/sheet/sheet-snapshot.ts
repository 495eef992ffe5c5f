import { createHash } from 'node:crypto';
import type { PeriodSheet, SheetLine } from '@bihuan/domain';
import stringify from 'safe-stable-stringify';
import type { Database } from '../../database.ts';
import type { Statement } from '../../statement.ts';

/** What a sheet says in one edition: the sheets of all departments, and every line of the ledger of the period. */
export type SheetSnapshot = {
  readonly sheet: PeriodSheet;
  /** By id. */
  readonly lines: readonly SheetLine[];
};

/** SHA-256 of all of it; the same whenever and wherever it is taken. */
export function sheetHash(snapshot: SheetSnapshot): string {
  return createHash('sha256')
    .update(stringify(snapshot) as string)
    .digest('hex');
}

/** The statement that keeps what an edition says, with the scoreboard as it is shown beside it from then on. */
export function keepSnapshot(
  sheetId: string,
  edition: number,
  snapshot: SheetSnapshot,
  board: unknown = null,
): Statement {
  return {
    name: 'keep-sheet-snapshot',
    text: 'INSERT INTO period_sheet_snapshot (sheet_id, edition, sha256, content, board) VALUES ($1, $2, $3, $4, $5)',
    values: [
      ...[sheetId, edition, sheetHash(snapshot), JSON.stringify(snapshot)],
      board === null ? null : JSON.stringify(board),
    ],
  };
}

/** What an edition says; null where there is no such edition. */
export async function readSnapshot(
  db: Pick<Database, 'prisma'>,
  sheetId: string,
  edition: number,
): Promise<SheetSnapshot | null> {
  const row = await db.prisma.periodSheetSnapshot.findUnique({
    where: { sheetId_edition: { sheetId, edition } },
  });
  return row && (row.content as unknown as SheetSnapshot);
}

/** Every line of the ledger of a period, by id. */
export async function readPeriodLines(
  db: Pick<Database, 'pool'>,
  period: string,
): Promise<readonly SheetLine[]> {
  const { rows } = await db.pool.query<SheetLine>({
    name: 'period-lines',
    text: `SELECT id, department_id AS "departmentId", account, rule, centipoints FROM score_entry
WHERE period = $1 ORDER BY id`,
    values: [period],
  });
  return rows;
}
