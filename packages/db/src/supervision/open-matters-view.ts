import { quotedWord } from '../complaint/lookalike-view.ts';
import type { Database } from '../database.ts';

/** An open item that shares rare words or a complaint with another. */
export type OpenMatterRow = {
  readonly id: string;
  readonly number: string;
  readonly problem: string;
  readonly leadDepartmentId: string | null;
  readonly complaintIds: readonly string[];
};

/**
 * Open items that have one of these complaints, and those that share most of these words by weight. `id`: the item they are
 * compared with, which is left out. `perWord` bounds how many are looked at for each word.
 */
export async function readOpenMatters(
  db: Pick<Database, 'pool'>,
  id: string,
  complaintIds: readonly string[],
  words: ReadonlyMap<string, number>,
  perWord: number,
  most: number,
): Promise<readonly OpenMatterRow[]> {
  const { rows } = await db.pool.query<OpenMatterRow>({
    name: 'open-matters',
    text: `WITH best AS (
  SELECT hit.id, sum(asked.weight) AS weight
  FROM unnest($3::text[], $4::float8[]) AS asked (word, weight)
  CROSS JOIN LATERAL (SELECT id FROM supervision_item WHERE search @@ asked.word::tsquery AND id <> $1
    AND status <> 'struck_off' LIMIT $5) hit
  GROUP BY hit.id ORDER BY weight DESC, hit.id LIMIT $6),
linked AS (SELECT DISTINCT item_id AS id FROM item_complaint WHERE complaint_id = ANY($2::uuid[]) AND item_id <> $1)
SELECT item.id, item.number, item.problem, item.lead_department_id AS "leadDepartmentId",
  ARRAY(SELECT complaint_id FROM item_complaint WHERE item_id = item.id) AS "complaintIds"
FROM (SELECT id FROM best UNION SELECT id FROM linked) found
JOIN supervision_item item ON item.id = found.id AND item.status <> 'struck_off'`,
    values: [id, complaintIds, [...words.keys()].map(quotedWord), [...words.values()], perWord, most],
  });
  return rows;
}
