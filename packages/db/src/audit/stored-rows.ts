import type pg from 'pg';
import { replayedRow, type ReplayedRow } from './replayed-rows.ts';

type Table = { readonly name: string; readonly owner: string; readonly key: readonly string[] };

/** Tables that events fold to. `owner`: the column that holds the id of the stream. */
const TABLES: readonly Table[] = [
  { name: 'complaint', owner: 'id', key: ['id'] },
  { name: 'callback', owner: 'complaint_id', key: ['complaint_id', 'ordinal'] },
  { name: 'rating_review', owner: 'id', key: ['id'] },
  { name: 'rating', owner: 'complaint_id', key: ['complaint_id', 'ordinal'] },
  { name: 'supervision_item', owner: 'id', key: ['id'] },
  { name: 'item_complaint', owner: 'item_id', key: ['item_id', 'complaint_id'] },
  { name: 'participation', owner: 'item_id', key: ['item_id', 'department_id'] },
  { name: 'item_participant', owner: 'item_id', key: ['item_id', 'department_id'] },
  { name: 'measure', owner: 'item_id', key: ['id'] },
  { name: 'progress_report', owner: 'item_id', key: ['id'] },
  { name: 'finding', owner: 'item_id', key: ['id'] },
  { name: 'demand', owner: 'stream_id', key: ['stream_id', 'version', 'department_id', 'kind'] },
  { name: 'card', owner: 'id', key: ['id'] },
  { name: 'api_key', owner: 'id', key: ['id'] },
  { name: 'address_ban', owner: 'id', key: ['id'] },
  { name: 'substitution', owner: 'id', key: ['id'] },
  { name: 'recurring_matter', owner: 'id', key: ['id'] },
  { name: 'attachment', owner: 'id', key: ['id'] },
  { name: 'identity_access', owner: 'id', key: ['id'] },
  { name: 'bulletin', owner: 'id', key: ['id'] },
  { name: 'adjustment', owner: 'id', key: ['id'] },
  { name: 'indicator', owner: 'id', key: ['id'] },
  { name: 'gaming_signal', owner: 'id', key: ['id'] },
  { name: 'inspection', owner: 'id', key: ['id'] },
  { name: 'inspection_finding', owner: 'inspection_id', key: ['id'] },
  { name: 'period_sheet', owner: 'id', key: ['id'] },
  { name: 'sheet_objection', owner: 'sheet_id', key: ['id'] },
];

const DAYS: ReadonlySet<string> = new Set([
  'due_on',
  'deadline_on',
  'next_due_on',
  'near_until',
  'notice_until',
  'object_until',
  'from_on',
  'to_on',
  'until_on',
  'on_day',
  'found_on',
  'listed_on',
]);

/** The rows that are kept for these streams, with the columns that `expected` speaks of. */
export async function storedRows(
  client: Pick<pg.ClientBase, 'query'>,
  streamIds: readonly string[],
  expected: readonly ReplayedRow[],
): Promise<readonly ReplayedRow[]> {
  const found: ReplayedRow[] = [];
  for (const { name, owner, key } of TABLES) {
    const columns = Object.keys(expected.find(({ table }) => table === name)?.columns ?? {});
    const selected = columns.map((column) => `, ${DAYS.has(column) ? `${column}::text` : column}`);
    const { rows } = await client.query<Record<string, unknown>>(
      `SELECT concat_ws(' ', ${key.join(', ')}) AS row_key${selected.join('')} FROM ${name} WHERE ${owner} = ANY($1::uuid[])`,
      [streamIds],
    );
    found.push(...rows.map(({ row_key: rowKey, ...row }) => replayedRow(name, String(rowKey), row)));
  }
  return found;
}
