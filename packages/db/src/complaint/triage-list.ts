import type { ComplaintStatus, Channel, Clock, Half, LocalDate } from '@bihuan/domain';
import type { Database } from '../database.ts';
import { scopeCondition, type ComplaintScope } from './complaint-scope-condition.ts';
import { wordsQuery } from './words-query.ts';

export type ComplaintFilter = {
  readonly scope: ComplaintScope;
  readonly statuses: readonly ComplaintStatus[];
  /** The lead of an item the complaint is under is one of these; null for any. */
  readonly leadDepartmentIds: readonly string[] | null;
  readonly channel: Channel | null;
  /** A whole tracking number; it overrules the text. */
  readonly trackingNumber: string | null;
  /** Words of title and body. */
  readonly text: string;
  /** `due`: only what has a running clock, the most urgent first; `newest`: by day of filing. */
  readonly order: 'due' | 'newest';
};

/** The last row of the page before, by the columns of the order. */
export type ComplaintCursor = { readonly key: string; readonly half: string; readonly id: string };

export type ListedComplaint = {
  readonly id: string;
  readonly trackingNumber: string;
  readonly title: string;
  readonly status: ComplaintStatus;
  readonly channel: Channel;
  readonly submittedAt: string;
  readonly clockKind: Clock['kind'] | null;
  readonly dueOn: LocalDate | null;
  readonly dueHalf: Half | null;
  readonly isDueProvisional: boolean;
  readonly itemId: string | null;
  readonly itemNumber: string | null;
  readonly leadDepartmentId: string | null;
};

type Row = Omit<ListedComplaint, 'submittedAt'> & { submittedAt: Date };

const COLUMNS = `complaint.id, complaint.tracking_number AS "trackingNumber", complaint.title, complaint.status,
  complaint.channel, complaint.submitted_at AS "submittedAt", complaint.clock_kind AS "clockKind",
  complaint.due_on::text AS "dueOn", complaint.due_half AS "dueHalf", complaint.is_due_provisional AS "isDueProvisional",
  item.id AS "itemId", item.number AS "itemNumber", item.lead_department_id AS "leadDepartmentId"`;

const FROM = 'FROM complaint LEFT JOIN supervision_item item ON item.id = complaint.item_id';

/** One page of complaints; `size` rows after the cursor. */
export async function readComplaintList(
  db: Pick<Database, 'pool'>,
  filter: ComplaintFilter,
  after: ComplaintCursor | null,
  size: number,
): Promise<readonly ListedComplaint[]> {
  const { where, values, place } = conditions(filter);
  const isByDue = filter.order === 'due';
  const page =
    after === null
      ? ''
      : isByDue
        ? ` AND (complaint.due_on, complaint.due_half, complaint.id) > (${place(after.key)}::date, ${place(after.half)}, ${place(after.id)}::uuid)`
        : ` AND (complaint.submitted_at, complaint.id) < (${place(after.key)}::timestamptz, ${place(after.id)}::uuid)`;
  const order = isByDue
    ? 'complaint.due_on, complaint.due_half, complaint.id'
    : 'complaint.submitted_at DESC, complaint.id DESC';
  const { rows } = await db.pool.query<Row>(
    `SELECT ${COLUMNS} ${FROM} WHERE ${where}${page} ORDER BY ${order} LIMIT ${Math.trunc(size)}`,
    [...values],
  );
  return rows.map((row) => ({ ...row, submittedAt: row.submittedAt.toISOString() }));
}

/** How many complaints the filter finds, counted no further than `most` + 1. */
export async function countComplaints(
  db: Pick<Database, 'pool'>,
  filter: ComplaintFilter,
  most: number,
): Promise<number> {
  const { where, values } = conditions(filter);
  const { rows } = await db.pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM (SELECT ${FROM} WHERE ${where} LIMIT ${Math.trunc(most) + 1}) found`,
    [...values],
  );
  return rows[0]?.count ?? 0;
}

function conditions(filter: ComplaintFilter) {
  const values: unknown[] = [];
  const place = (value: unknown) => `$${values.push(value)}`;
  const parts = [
    `complaint.status = ANY(${place(filter.statuses)}::text[])`,
    scopeCondition(filter.scope, place),
  ];
  if (filter.order === 'due') parts.push('complaint.due_on IS NOT NULL');
  if (filter.leadDepartmentIds !== null)
    parts.push(`item.lead_department_id = ANY(${place(filter.leadDepartmentIds)}::uuid[])`);
  if (filter.channel !== null) parts.push(`complaint.channel = ${place(filter.channel)}`);
  if (filter.trackingNumber !== null)
    parts.push(`complaint.tracking_number = ${place(filter.trackingNumber)}`);
  else if (filter.text !== '') {
    const query = wordsQuery(filter.text);
    parts.push(query === null ? 'FALSE' : `complaint.search @@ to_tsquery('simple', ${place(query)})`);
  }
  return { where: parts.join(' AND '), values, place };
}
