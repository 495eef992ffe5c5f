import type { Database } from '../database.ts';

/** The name under which the worker's processes stand in pg-boss' own list, where each writes that it is alive. */
export const WORKER = 'worker';
export const BEAT_SECONDS = 15;

export type WorkerState = {
  readonly host: string;
  readonly startedAt: Date;
  readonly beatAt: Date;
  /** Not stopped, and heard from within three beats. */
  readonly isLive: boolean;
};

/** The processes of the worker, those that live first; of the others the latest. */
export async function readWorkers(db: Pick<Database, 'pool'>): Promise<readonly WorkerState[]> {
  const { rows } = await db.pool.query<WorkerState>(
    `SELECT host, started_on AS "startedAt", heartbeat_on AS "beatAt",
  stopped_on IS NULL AND heartbeat_on > now() - heartbeat_seconds * 3 * interval '1 second' AS "isLive"
FROM pgboss.instance WHERE name = $1 ORDER BY "isLive" DESC, heartbeat_on DESC LIMIT 10`,
    [WORKER],
  );
  return rows;
}

export type DeliveryState = {
  /** Of what is due and has not gone out for ten minutes, the oldest. */
  readonly lateSince: Date | null;
  readonly lastSentAt: Date | null;
};

/** Whether messages leave. One that waits for its next try is late only where no other has left meanwhile. */
export async function readDeliveryState(db: Pick<Database, 'pool'>): Promise<DeliveryState> {
  const { rows } = await db.pool.query<DeliveryState>(
    `SELECT min(created_on) FILTER (WHERE state IN ('created', 'retry', 'active')
    AND created_on < now() - interval '10 minutes' AND start_after < now() + interval '1 hour') AS "lateSince",
  max(completed_on) FILTER (WHERE state = 'completed') AS "lastSentAt"
FROM pgboss.job WHERE name IN ('notify', 'deliver')`,
  );
  return rows[0] ?? { lateSince: null, lastSentAt: null };
}

/** Whether the database takes what is written; false on a standby. */
export async function isWritable(db: Pick<Database, 'pool'>): Promise<boolean> {
  const { rows } = await db.pool.query<{ writable: boolean }>(
    `SELECT NOT pg_is_in_recovery() AND current_setting('transaction_read_only') = 'off' AS writable`,
  );
  return rows[0]?.writable ?? false;
}
