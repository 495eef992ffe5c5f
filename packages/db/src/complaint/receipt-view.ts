import type { ComplaintEvent } from '@bihuan/domain';
import type { Database } from '../database.ts';

/** What the filing of a complaint put on record, with the title it was given. */
export type FiledRecord = {
  readonly event: ComplaintEvent & { readonly type: 'ComplaintSubmitted' };
  readonly title: string;
};

type Row = { title: string; at: Date; data: Record<string, unknown> };

/** The filing of one complaint, by its id or its tracking number; null where there is none. */
export async function readFiledRecord(
  db: Pick<Database, 'pool'>,
  by: { readonly id: string } | { readonly trackingNumber: string },
): Promise<FiledRecord | null> {
  const [column, value] = 'id' in by ? ['id', by.id] : ['tracking_number', by.trackingNumber];
  const { rows } = await db.pool.query<Row>({
    name: `filed-record-${column}`,
    text: `SELECT complaint.title, event.at, event.data FROM complaint
JOIN event ON event.stream_id = complaint.id AND event.version = 1 WHERE complaint.${column} = $1`,
    values: [value],
  });
  const row = rows[0];
  if (row === undefined) return null;
  const event = { ...row.data, type: 'ComplaintSubmitted', at: row.at.toISOString() };
  return { event: event as unknown as FiledRecord['event'], title: row.title };
}
