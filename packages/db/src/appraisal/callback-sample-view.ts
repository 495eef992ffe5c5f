import type { Importance, Instant, LocalDate } from '@bihuan/domain';
import type { Database } from '../database.ts';

/** A complaint under an item whose verification was opened: one of those that a sample is drawn from. */
export type VerifiedCase = {
  readonly complaintId: string;
  readonly departmentId: string;
  readonly openedAt: Instant;
  readonly importance: Importance;
  readonly isDisputed: boolean;
  readonly isBadlyRated: boolean;
};

/** Whether callbacks were sampled at any time before a day. */
export async function hasSampling(db: Pick<Database, 'pool'>, before: LocalDate): Promise<boolean> {
  const { rowCount } = await db.pool.query({
    name: 'has-sampling',
    text: `SELECT FROM policy WHERE kind = 'callbacks' AND status = 'published' AND data ->> 'mode' = 'sample'
  AND effective_from < $1 LIMIT 1`,
    values: [before],
  });
  return rowCount === 1;
}

/** Every case whose verification was opened within [`from`, `until`), once for each time it was. */
export async function readVerifiedCases(
  db: Pick<Database, 'pool'>,
  from: Instant,
  until: Instant,
): Promise<readonly VerifiedCase[]> {
  const { rows } = await db.pool.query<Omit<VerifiedCase, 'openedAt'> & { openedAt: Date }>({
    name: 'verified-cases',
    text: `SELECT complaint.id AS "complaintId", item.lead_department_id AS "departmentId", opened.at AS "openedAt",
  item.importance, complaint.round > 1 OR EXISTS (SELECT FROM event WHERE stream_id = complaint.id
    AND type = 'ComplaintReopened') AS "isDisputed",
  EXISTS (SELECT FROM rating WHERE rating.complaint_id = complaint.id
    AND rating.level IN ('dissatisfied', 'very_dissatisfied')) AS "isBadlyRated"
FROM event opened JOIN supervision_item item ON item.id = opened.stream_id
JOIN item_complaint link ON link.item_id = item.id JOIN complaint ON complaint.id = link.complaint_id
WHERE opened.type = 'VerificationOpened' AND opened.at >= $1 AND opened.at < $2
  AND item.lead_department_id IS NOT NULL`,
    values: [from, until],
  });
  return rows.map((row) => ({ ...row, openedAt: row.openedAt.toISOString() }));
}
