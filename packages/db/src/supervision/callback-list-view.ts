import type { LocalDate } from '@bihuan/domain';
import type { Database } from '../database.ts';

/** A complaint whose item waits for the second finding by a call. */
export type CallbackDue = {
  readonly complaintId: string;
  readonly trackingNumber: string;
  readonly title: string;
  readonly itemNumber: string;
  readonly itemId: string;
  /** The day the verification of the item is due. */
  readonly dueOn: LocalDate | null;
};

const SQL = `
SELECT complaint.id AS "complaintId", complaint.tracking_number AS "trackingNumber", complaint.title,
  item.id AS "itemId", item.number AS "itemNumber", item.next_due_on::text AS "dueOn"
FROM supervision_item item
JOIN staff inspector ON inspector.id = item.inspector_id
JOIN item_complaint link ON link.item_id = item.id
JOIN complaint ON complaint.id = link.complaint_id
WHERE item.status = 'verifying' AND inspector.department_id <> ALL ($1::uuid[])
  AND complaint.is_reachable AND complaint.status IN ('under_supervision', 'answered', 'closed')
  AND NOT EXISTS (SELECT FROM participation WHERE item_id = item.id AND department_id = ANY ($1::uuid[]))
  AND NOT EXISTS (SELECT FROM measure WHERE item_id = item.id AND department_id = ANY ($1::uuid[]))
  AND NOT EXISTS (
    SELECT FROM finding WHERE item_id = item.id AND part = 'B'
      AND at >= (SELECT max(at) FROM event WHERE stream_id = item.id AND type = 'StrikeOffRequested'))
ORDER BY item.next_due_on NULLS LAST, item.number, complaint.tracking_number
LIMIT $2`;

/**
 * Complaints to be called back by somebody bound to the given units, the most urgent first: their item is being verified, nobody has
 * filed the second finding, and neither the departments concerned nor the verifying unit is the caller's own.
 */
export async function readCallbacksDue(
  db: Pick<Database, 'pool'>,
  callerUnitIds: readonly string[],
  most: number,
): Promise<readonly CallbackDue[]> {
  const { rows } = await db.pool.query<CallbackDue>({
    name: 'callbacks-due',
    text: SQL,
    values: [callerUnitIds, most],
  });
  return rows;
}
