import type { Instant } from '@bihuan/domain';
import type { Database } from '../database.ts';

/** What happened in the whole zone since `from`. */
export type MonthCounts = {
  readonly filed: number;
  readonly struckOff: number;
  readonly struckOffOnTime: number;
  readonly validCallbacks: number;
  readonly solvedByCallback: number;
};

type Row = { filed: number; struck_off: number; on_time: number; valid: number; solved: number };

const SQL = `
SELECT
  (SELECT count(*)::int FROM complaint WHERE submitted_at >= $1) AS filed,
  (SELECT count(*)::int FROM supervision_item WHERE struck_off_at >= $1) AS struck_off,
  (SELECT count(*)::int FROM supervision_item WHERE struck_off_at >= $1 AND is_on_time) AS on_time,
  (SELECT count(*)::int FROM callback WHERE period = ANY($2) AND at >= $1 AND outcome = 'valid') AS valid,
  (SELECT count(*)::int FROM callback WHERE period = ANY($2) AND at >= $1 AND outcome = 'valid' AND is_solved) AS solved`;

/** Counts since the first moment of a month; `periods`: the quarters the month lies in. */
export async function readMonthCounts(
  db: Pick<Database, 'pool'>,
  from: Instant,
  periods: readonly string[],
): Promise<MonthCounts> {
  const { rows } = await db.pool.query<Row>({ name: 'month', text: SQL, values: [from, periods] });
  const row = rows[0];
  if (row === undefined) throw new Error('counts of the month came back empty');
  return {
    filed: row.filed,
    struckOff: row.struck_off,
    struckOffOnTime: row.on_time,
    validCallbacks: row.valid,
    solvedByCallback: row.solved,
  };
}
