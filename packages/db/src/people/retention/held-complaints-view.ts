import type { ComplaintStatus } from '@bihuan/domain';
import type { Database } from '../../database.ts';

/** A complaint that is held, with the last that was said of why. */
export type HeldComplaint = {
  readonly complaintId: string;
  readonly trackingNumber: string;
  readonly status: ComplaintStatus;
  /** ISO-8601 UTC. */
  readonly heldAt: string;
  readonly reason: string;
  /** Id of whoever holds it. */
  readonly staffId: string | null;
};

type Row = Omit<HeldComplaint, 'heldAt'> & { readonly heldAt: Date };

/** Complaints under a legal hold, latest first. */
export async function heldComplaints(
  db: Pick<Database, 'pool'>,
  limit: number,
): Promise<readonly HeldComplaint[]> {
  const { rows } = await db.pool.query<Row>({
    name: 'held-complaints',
    text: `SELECT complaint.id AS "complaintId", complaint.tracking_number AS "trackingNumber", complaint.status,
  held.at AS "heldAt", held.data->>'reason' AS reason, held.actor->>'staffId' AS "staffId"
FROM complaint CROSS JOIN LATERAL (
  SELECT at, data, actor FROM event WHERE stream_id = complaint.id AND type = 'LegalHoldPlaced' ORDER BY version DESC LIMIT 1
) held WHERE complaint.is_held ORDER BY held.at DESC, complaint.id LIMIT $1`,
    values: [limit],
  });
  return rows.map((row) => ({ ...row, heldAt: row.heldAt.toISOString() }));
}
