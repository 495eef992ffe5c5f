import type { Instant } from '@bihuan/domain';
import type { Database } from '../database.ts';

export type ComplaintCount = {
  /** `YYYY-MM` in Shanghai, of the day it was filed. */
  readonly month: string;
  /** The topmost category; null where it has none yet. */
  readonly category: string | null;
  /** The lead of its supervision item; null where there is none. */
  readonly departmentId: string | null;
  readonly outcome: CountedOutcome;
  readonly count: number;
};

/** What became of a complaint, as far as everybody may know. */
export const COUNTED_OUTCOMES = [
  'solved',
  'explained',
  'not_permitted',
  'declined',
  'merged',
  'withdrawn',
  'running',
] as const;
export type CountedOutcome = (typeof COUNTED_OUTCOMES)[number];

const SQL = `
WITH RECURSIVE topmost AS (
  SELECT code, code AS top FROM category WHERE parent IS NULL
  UNION ALL SELECT category.code, topmost.top FROM category JOIN topmost ON category.parent = topmost.code)
SELECT to_char(complaint.submitted_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS month, topmost.top AS category,
  item.lead_department_id AS "departmentId",
  CASE WHEN complaint.status IN ('declined', 'merged', 'withdrawn') THEN complaint.status
    WHEN complaint.status = 'objected' THEN 'declined' ELSE coalesce(answer.outcome, 'running') END AS outcome,
  count(*)::int AS count
FROM complaint LEFT JOIN topmost ON topmost.code = complaint.category
LEFT JOIN supervision_item item ON item.id = complaint.item_id
LEFT JOIN LATERAL (SELECT data->>'outcome' AS outcome FROM event WHERE stream_id = complaint.id
  AND type IN ('AnswerPublished', 'ComplaintSettledOnTheSpot') ORDER BY version DESC LIMIT 1) answer
  ON complaint.status IN ('answered', 'closed', 'settled_on_the_spot')
WHERE complaint.submitted_at >= $1 AND complaint.submitted_at < $2 AND complaint.status <> 'split'
GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`;

/** Complaints filed in [`from`, `until`), counted; of one that was split, its parts. */
export async function readComplaintCounts(
  db: Pick<Database, 'pool'>,
  { from, until }: { readonly from: Instant; readonly until: Instant },
): Promise<readonly ComplaintCount[]> {
  const query = { name: 'open-complaint-counts', text: SQL, values: [from, until] };
  return (await db.pool.query<ComplaintCount>(query)).rows;
}
