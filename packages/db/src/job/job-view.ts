import type { Database } from '../database.ts';

export type QueueState = {
  readonly name: string;
  readonly waiting: number;
  readonly active: number;
  readonly failed: number;
  /** Since when the first one that may run waits; those put off, as messages are overnight, wait for nobody. */
  readonly oldestWaitingAt: Date | null;
  readonly lastAt: Date | null;
  readonly lastMilliseconds: number | null;
  readonly lastFailedAt: Date | null;
  /** In cron's words; null where it runs when there is work. */
  readonly cron: string | null;
};

const QUEUES = `
SELECT queue.name, coalesce(job.waiting, 0)::int AS waiting, coalesce(job.active, 0)::int AS active,
  coalesce(job.failed, 0)::int AS failed, job.oldest AS "oldestWaitingAt", latest.completed_on AS "lastAt",
  (extract(epoch FROM latest.completed_on - latest.started_on) * 1000)::float8 AS "lastMilliseconds",
  job.failed_on AS "lastFailedAt", schedule.cron
FROM pgboss.queue LEFT JOIN pgboss.schedule ON schedule.name = queue.name
LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE state IN ('created', 'retry')) AS waiting,
  count(*) FILTER (WHERE state = 'active') AS active, count(*) FILTER (WHERE state = 'failed') AS failed,
  min(start_after) FILTER (WHERE state IN ('created', 'retry') AND start_after <= now()) AS oldest,
  max(completed_on) FILTER (WHERE state = 'failed') AS failed_on
  FROM pgboss.job WHERE job.name = queue.name) job ON true
LEFT JOIN LATERAL (SELECT started_on, completed_on FROM pgboss.job WHERE job.name = queue.name AND state = 'completed'
  ORDER BY completed_on DESC LIMIT 1) latest ON true
WHERE queue.name NOT LIKE '\\_\\_%' ORDER BY queue.name`;

/** How each queue stands. */
export async function readQueues(db: Pick<Database, 'pool'>): Promise<readonly QueueState[]> {
  return (await db.pool.query<QueueState>(QUEUES)).rows;
}

export type FailedJob = {
  readonly id: string;
  readonly queue: string;
  readonly failedAt: Date | null;
  readonly tries: number;
  /** What was thrown; jobs throw nothing personal. */
  readonly error: string;
};

/** Jobs that were given up, the latest first. */
export async function readFailedJobs(
  db: Pick<Database, 'pool'>,
  limit: number,
): Promise<readonly FailedJob[]> {
  const { rows } = await db.pool.query<FailedJob>(
    `SELECT id, name AS queue, completed_on AS "failedAt", retry_count + 1 AS tries,
  left(coalesce(output->>'error', output->>'message', ''), 200) AS error
FROM pgboss.job WHERE state = 'failed' ORDER BY completed_on DESC LIMIT $1`,
    [limit],
  );
  return rows;
}

/** Puts a job that was given up back into its queue, as pg-boss does; false where it is there no more. */
export async function retryFailedJob(
  db: Pick<Database, 'pool'>,
  queue: string,
  id: string,
): Promise<boolean> {
  const { rowCount } = await db.pool.query(
    `UPDATE pgboss.job SET state = 'retry', retry_limit = retry_limit + 1, completed_on = NULL,
  start_after = greatest(start_after, now()) WHERE name = $1 AND id = $2 AND state = 'failed'`,
    [queue, id],
  );
  return rowCount === 1;
}

export type HouseFigures = {
  readonly databaseBytes: number;
  readonly serverVersion: string;
  readonly lastEventAt: Date | null;
  readonly messagesQueued: number;
  readonly messagesFailed: number;
  readonly webhooksWaiting: number;
  readonly webhooksDead: number;
};

/** What tells at a glance whether the house is well. */
export async function readHouseFigures(db: Pick<Database, 'pool'>): Promise<HouseFigures> {
  const { rows } = await db.pool.query<HouseFigures>(`SELECT
  pg_database_size(current_database())::float8 AS "databaseBytes", current_setting('server_version') AS "serverVersion",
  (SELECT at FROM event ORDER BY position DESC LIMIT 1) AS "lastEventAt",
  (SELECT count(*) FROM message WHERE status = 'queued')::int AS "messagesQueued",
  (SELECT count(*) FROM message WHERE status IN ('failed', 'bounced'))::int AS "messagesFailed",
  (SELECT count(*) FROM webhook_delivery WHERE status = 'waiting')::int AS "webhooksWaiting",
  (SELECT count(*) FROM webhook_delivery WHERE status = 'dead')::int AS "webhooksDead"`);
  const [figures] = rows;
  if (figures === undefined) throw new Error('no figures');
  return figures;
}
