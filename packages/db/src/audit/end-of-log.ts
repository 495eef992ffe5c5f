import type { ClientBase, Pool } from 'pg';

/** Where the log of events ends now, as digits. */
export async function endOfLog(db: Pick<Pool | ClientBase, 'query'>): Promise<string> {
  const { rows } = await db.query<{ end: string }>(
    'SELECT coalesce(max(position), 0)::text AS end FROM event',
  );
  return rows[0]?.end ?? '0';
}
