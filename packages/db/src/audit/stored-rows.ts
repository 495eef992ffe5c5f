import type pg from 'pg';
import { replayedRow, type ReplayedRow } from './replayed-rows.ts';

type Table = {
  readonly name: string;
  readonly owner: string;
  readonly key: readonly string[];
  readonly columns: readonly string[];
};

/** Tables that events fold to. `owner`: the column that holds the id of the stream. */
const TABLES: readonly Table[] = [
  {
    name: 'complaint',
    owner: 'id',
    key: ['id'],
    columns: [
      'id tracking_number channel complainant_kind openness is_reachable status round category complexity item_id',
      'survivor_id clock_kind due_on due_half is_due_provisional submitted_at closed_at version head_hash',
    ],
  },
  {
    name: 'callback',
    owner: 'complaint_id',
    key: ['complaint_id', 'ordinal'],
    columns: ['at staff_id outcome has_contact is_solved satisfaction period'],
  },
  { name: 'rating', owner: 'complaint_id', key: ['complaint_id', 'ordinal'], columns: ['at level comment'] },
  {
    name: 'supervision_item',
    owner: 'id',
    key: ['id'],
    columns: [
      'id number source basis problem importance status proposed_at proposed_by_id lead_department_id inspector_id',
      'deadline_on is_deadline_provisional next_due_on signed_at struck_off_at is_on_time returns reworks percent version',
      'head_hash',
    ],
  },
  { name: 'item_complaint', owner: 'item_id', key: ['item_id', 'complaint_id'], columns: [] },
  { name: 'participation', owner: 'item_id', key: ['item_id', 'department_id'], columns: ['duty'] },
  {
    name: 'measure',
    owner: 'item_id',
    key: ['id'],
    columns: ['item_id ordinal text department_id due_on completed_at evidence'],
  },
  {
    name: 'progress_report',
    owner: 'item_id',
    key: ['id'],
    columns: ['item_id ordinal at department_id staff_id text percent obstacles next_step has_substance'],
  },
  {
    name: 'finding',
    owner: 'item_id',
    key: ['id'],
    columns: [
      'item_id round part kind at staff_id department_id is_resolved is_false_request text complaint_id visit',
    ],
  },
];

const DAYS: ReadonlySet<string> = new Set(['due_on', 'deadline_on', 'next_due_on']);

/** The rows that are kept for these streams. */
export async function storedRows(
  client: Pick<pg.ClientBase, 'query'>,
  streamIds: readonly string[],
): Promise<readonly ReplayedRow[]> {
  const found: ReplayedRow[] = [];
  for (const { name, owner, key, columns } of TABLES) {
    const wanted = columns.flatMap((line) => line.split(' '));
    const selected = wanted.map((column) => (DAYS.has(column) ? `${column}::text` : column));
    const { rows } = await client.query<Record<string, unknown>>(
      `SELECT concat_ws(' ', ${key.join(', ')}) AS row_key${selected.map((column) => `, ${column}`).join('')}
FROM ${name} WHERE ${owner} = ANY($1::uuid[])`,
      [streamIds],
    );
    found.push(...rows.map(({ row_key: rowKey, ...row }) => replayedRow(name, String(rowKey), row)));
  }
  return found;
}
