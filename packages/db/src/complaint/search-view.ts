import type { ComplaintStatus, ItemStatus } from '@bihuan/domain';
import type { Database } from '../database.ts';
import { scopeCondition, type ComplaintScope } from './complaint-scope-condition.ts';
import { wordsQuery } from './words-query.ts';

export type FoundComplaint = {
  readonly id: string;
  readonly trackingNumber: string;
  readonly title: string;
  readonly status: ComplaintStatus;
};

export type FoundItem = {
  readonly id: string;
  readonly number: string;
  readonly problem: string;
  readonly status: ItemStatus;
};

/** Complaints by tracking number or by words of title and body, newest first; nothing where no word can be searched. */
export async function findComplaints(
  db: Pick<Database, 'pool'>,
  asked: { readonly trackingNumber: string | null; readonly text: string },
  scope: ComplaintScope,
  most: number,
): Promise<readonly FoundComplaint[]> {
  const values: unknown[] = [];
  const place = (value: unknown) => `$${values.push(value)}`;
  const query = wordsQuery(asked.text);
  const match =
    asked.trackingNumber !== null
      ? `complaint.tracking_number = ${place(asked.trackingNumber)}`
      : query === null
        ? 'FALSE'
        : `complaint.search @@ to_tsquery('simple', ${place(query)})`;
  const { rows } = await db.pool.query<FoundComplaint>(
    `SELECT complaint.id, complaint.tracking_number AS "trackingNumber", complaint.title, complaint.status FROM complaint
WHERE ${match} AND ${scopeCondition(scope, place)} ORDER BY complaint.submitted_at DESC, complaint.id LIMIT ${Math.trunc(most)}`,
    values,
  );
  return rows;
}

/** Items by number or by words of problem and basis. `participantId`: only items in which this department takes part. */
export async function findItems(
  db: Pick<Database, 'pool'>,
  text: string,
  participantId: string | null,
  most: number,
): Promise<readonly FoundItem[]> {
  const values: unknown[] = [];
  const place = (value: unknown) => `$${values.push(value)}`;
  const query = wordsQuery(text);
  const words = query === null ? 'FALSE' : `item.search @@ to_tsquery('simple', ${place(query)})`;
  const match = `(item.number = ${place(text.trim().toUpperCase())} OR ${words})`;
  const own =
    participantId === null
      ? 'TRUE'
      : `EXISTS (SELECT FROM participation WHERE item_id = item.id AND department_id = ${place(participantId)}::uuid)`;
  const { rows } = await db.pool.query<FoundItem>(
    `SELECT item.id, item.number, item.problem, item.status FROM supervision_item item
WHERE ${match} AND ${own} ORDER BY item.proposed_at DESC, item.id LIMIT ${Math.trunc(most)}`,
    values,
  );
  return rows;
}
