import { realpath } from 'node:fs/promises';
import pg from 'pg';
import { ensureDatabase } from './ensure-database.ts';

const LEASE_LOCK = 4_201_882;

/**
 * One open connection that says "I am using this server". Whoever gives back the last lease stops the server, so that
 * several processes can share it, and one left behind by a crash ends with its next user.
 */
export type ServerLease = {
  /** Resolves when the connection ends, by giving back or because the server went away. */
  readonly ended: Promise<void>;
  /** Gives the lease back; `stopServer` runs first when nobody else holds one. Nothing happens after the end. */
  giveBack(stopServer: () => Promise<void>): Promise<void>;
};

/**
 * Takes a lease at the server of `cluster`, which has or gets the database `database`.
 * Undefined while the server does not answer (not up, starting, stopping).
 */
export async function takeLease(
  url: string,
  cluster: string,
  database: string,
): Promise<ServerLease | undefined> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'bihuan lease',
    connectionTimeoutMillis: 5000,
  });
  let isOver = false;
  const ended = new Promise<void>((resolve) => client.once('end', resolve)).then(() => {
    isOver = true;
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const shown = await client.query<{ folder: string }>(
      "select current_setting('data_directory') as folder",
    );
    const folder = shown.rows[0]?.folder ?? '';
    if ((await realpath(folder)) !== (await realpath(cluster)))
      throw new Error(`another server answers: ${folder}`);
    await client.query('select pg_advisory_lock_shared($1)', [LEASE_LOCK]);
    await ensureDatabase(client, database);
  } catch (error) {
    await client.end().catch(() => undefined);
    if (isNotUpYet(error)) return undefined;
    throw error;
  }
  return {
    ended,
    async giveBack(stopServer) {
      if (isOver) return;
      try {
        await client.query('select pg_advisory_unlock_shared($1)', [LEASE_LOCK]);
        const asked = await client.query<{ last: boolean }>('select pg_try_advisory_lock($1) as last', [
          LEASE_LOCK,
        ]);
        if (asked.rows[0]?.last === true) await stopServer();
      } finally {
        await client.end().catch(() => undefined);
      }
    },
  };
}

function isNotUpYet(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  // 57P01..57P03: shutting down, crashed, starting up. 53300: no connection free at this moment.
  const passing = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03', '53300'];
  if (typeof code === 'string') return passing.includes(code);
  return error instanceof Error && /terminated unexpectedly|timeout/i.test(error.message);
}
