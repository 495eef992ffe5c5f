import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { openDatabase, type Database } from './database.ts';

const LOOK_MS = 1000;
/** Nothing heard of it for so long: it is not asked any more. */
const TRUST_MS = 3000;
/** How far behind the primary a replica may be, in seconds, and still be read from. */
const MOST_BEHIND_SECONDS = 5;

/**
 * Behind is what has come and is not played yet, and what cannot come because nobody sends it. A quiet primary sends nothing
 * new; then the last change may be old without any being missing.
 */
const IS_FRESH = `SELECT NOT pg_is_in_recovery()
  OR (pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() AND EXISTS (SELECT FROM pg_stat_wal_receiver))
  OR COALESCE(now() - pg_last_xact_replay_timestamp() < make_interval(secs => $1), false) AS fresh`;

export type Replica = {
  /** Refuses to write. */
  readonly db: Database;
  /** Whether it answers and is at most five seconds behind, by the last look. */
  isFresh(): boolean;
  close(): Promise<void>;
};

/** Opens a streaming replica for reads that may be some seconds old, and looks every second whether it can be asked. */
export function openReplica(url: string, maxConnections?: number): Replica {
  const db = openDatabase(url, maxConnections, { readOnly: true });
  const watch = new pg.Pool({
    ...{ connectionString: url, max: 1, connectionTimeoutMillis: 2000, query_timeout: 2000 },
  });
  watch.on('error', () => undefined);
  let seenAt = -Infinity;
  let isOpen = true;
  const look = async () => {
    while (isOpen) {
      try {
        const { rows } = await watch.query<{ fresh: boolean }>(IS_FRESH, [MOST_BEHIND_SECONDS]);
        seenAt = rows[0]?.fresh === true ? performance.now() : -Infinity;
      } catch {
        seenAt = -Infinity;
      }
      await sleep(LOOK_MS, undefined, { ref: false });
    }
  };
  void look();
  return {
    db,
    isFresh: () => performance.now() - seenAt < TRUST_MS,
    close: async () => {
      isOpen = false;
      await Promise.all([db.close(), watch.end()]);
    },
  };
}
