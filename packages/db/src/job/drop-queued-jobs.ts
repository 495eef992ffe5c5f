import type { Database } from '../database.ts';
import type { Job } from './enqueue-jobs.ts';

/** Removes jobs of a queue that no worker has taken yet, all but the `keep` latest. Returns how many went. */
export async function dropQueuedJobs(
  db: Pick<Database, 'pool'>,
  queue: Job['queue'],
  keep: number,
): Promise<number> {
  const { rowCount } = await db.pool.query({
    name: 'drop-queued-jobs',
    text: `DELETE FROM pgboss.job WHERE name = $1 AND state = 'created' AND id NOT IN
(SELECT id FROM pgboss.job WHERE name = $1 AND state = 'created' ORDER BY created_on DESC, id LIMIT $2)`,
    values: [queue, keep],
  });
  return rowCount ?? 0;
}
