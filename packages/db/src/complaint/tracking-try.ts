import { countedPoints, type CountedPoints } from '../counted-points.ts';
import type { Database } from '../database.ts';

/** What a try to open a case is judged by. */
export type TrackingTry = {
  /** The complaint of the number with the keyed hash of its query code; null where there is none. */
  readonly found: { readonly complaintId: string; readonly codeHash: Buffer } | null;
  /** What is counted against the keys of the limit. */
  readonly counted: CountedPoints;
};

type Row = { id: string | null; code_hash: Buffer | null; counted: CountedPoints };

/** The complaint of a tracking number and what is counted against whoever tries it, in one question. */
export async function findTry(
  db: Pick<Database, 'pool'>,
  trackingNumber: string,
  keys: readonly string[],
): Promise<TrackingTry> {
  const { rows } = await db.pool.query<Row>({
    name: 'find-try',
    text: `SELECT id, code_hash, ${countedPoints('$2::text[]', '$3')} AS counted
FROM (SELECT 1) AS tried LEFT JOIN complaint ON tracking_number = $1`,
    values: [trackingNumber, keys, Date.now()],
  });
  const { id = null, code_hash: codeHash = null, counted = {} } = rows[0] ?? {};
  return { found: id === null || codeHash === null ? null : { complaintId: id, codeHash }, counted };
}
