import type { ComplaintStatus, ItemStatus } from '@bihuan/domain';
import type { Database } from '../database.ts';
import { scopeCondition, type ComplaintScope } from './complaint-scope-condition.ts';
import { wordsQuery } from './words-query.ts';

export type FoundComplaint = {
  readonly id: string;
  readonly trackingNumber: string;
  readonly title: string;
  readonly status: ComplaintStatus;
  readonly submittedAt: string;
};

export type FoundItem = {
  readonly id: string;
  readonly number: string;
  readonly problem: string;
  readonly status: ItemStatus;
  readonly proposedAt: string;
};

/** The last row of the page before. */
export type FoundBefore = { readonly at: string; readonly id: string };

const moment = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Complaints by tracking number or by words of title and body, newest first; nothing where no word can be searched. */
export async function findComplaints(
  db: Pick<Database, 'pool'>,
  asked: { readonly trackingNumber: string | null; readonly text: string },
  scope: ComplaintScope,
  most: number,
  before: FoundBefore | null = null,
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
    `SELECT complaint.id, complaint.tracking_number AS "trackingNumber", complaint.title, complaint.status,
  ${moment('complaint.submitted_at')} AS "submittedAt" FROM complaint
WHERE ${match} AND ${scopeCondition(scope, place)} AND ${isAfter('complaint.submitted_at', 'complaint.id', before, place)} ORDER BY complaint.submitted_at DESC, complaint.id LIMIT ${Math.trunc(most)}`,
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
  before: FoundBefore | null = null,
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
    `SELECT item.id, item.number, item.problem, item.status, ${moment('item.proposed_at')} AS "proposedAt"
FROM supervision_item item
WHERE ${match} AND ${own} AND ${isAfter('item.proposed_at', 'item.id', before, place)} ORDER BY item.proposed_at DESC, item.id LIMIT ${Math.trunc(most)}`,
    values,
  );
  return rows;
}

/** Rows that come after one, the newest first and by their id within a moment. */
function isAfter(
  at: string,
  id: string,
  before: FoundBefore | null,
  place: (value: unknown) => string,
): string {
  if (before === null) return 'TRUE';
  const moment = `${place(before.at)}::timestamptz`;
  return `(${at} < ${moment} OR ${at} = ${moment} AND ${id} > ${place(before.id)}::uuid)`;
}
