import type { Database } from '../database.ts';

/** Where the log of events ends now, as digits. */
export async function endOfLog(db: Pick<Database, 'pool'>): Promise<string> {
  const { rows } = await db.pool.query<{ end: string }>({
    name: 'end-of-log',
    text: 'SELECT coalesce(max(position), 0)::text AS end FROM event',
    values: [],
  });
  return rows[0]?.end ?? '0';
}

/** The items that changed after a place in the log, and where the log ends now. */
export async function itemsChangedSince(
  db: Pick<Database, 'pool'>,
  since: string,
): Promise<{ readonly itemIds: readonly string[]; readonly end: string }> {
  const { rows } = await db.pool.query<{ id: string; stream: string; end: string }>({
    name: 'items-changed-since',
    text: `SELECT stream_id AS id, stream, max(position)::text AS end FROM event WHERE position > $1::bigint
GROUP BY stream_id, stream ORDER BY max(position)`,
    values: [since],
  });
  const itemIds = rows.filter(({ stream }) => stream === 'supervision_item').map(({ id }) => id);
  return { itemIds, end: rows.at(-1)?.end ?? since };
}
