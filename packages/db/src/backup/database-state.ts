import type pg from 'pg';

export type AppliedMigration = { readonly name: string; readonly checksum: string };
export type SequenceValue = { readonly name: string; readonly value: string; readonly isCalled: boolean };

/** What a backup must fit: which version of the tables, and where sequences and the log of events stand. */
export type DatabaseState = {
  readonly migrations: readonly AppliedMigration[];
  /** The version of pg-boss' own tables. */
  readonly queuesVersion: number;
  readonly sequences: readonly SequenceValue[];
  /** The event written last; null where there is none. */
  readonly lastEvent: { readonly position: string; readonly hash: string } | null;
};

/** Reads it inside the transaction that copies the tables. */
export async function readDatabaseState(client: pg.ClientBase): Promise<DatabaseState> {
  const migrations = await client.query<AppliedMigration>(
    `SELECT migration_name AS name, checksum FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  const queues = await client.query<{ version: number }>('SELECT version FROM pgboss.version');
  const last = await client.query<{ position: string; hash: string }>(
    `SELECT position::text, encode(hash, 'hex') AS hash FROM event ORDER BY event.position DESC LIMIT 1`,
  );
  return {
    migrations: migrations.rows,
    queuesVersion: queues.rows[0]?.version ?? 0,
    sequences: await readSequences(client),
    lastEvent: last.rows[0] ?? null,
  };
}

async function readSequences(client: pg.ClientBase): Promise<readonly SequenceValue[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name FROM pg_class c
     JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'S' AND n.nspname = 'public' ORDER BY 1`,
  );
  const values: SequenceValue[] = [];
  for (const { name } of rows) {
    const read = await client.query<{ value: string; called: boolean }>(
      `SELECT last_value::text AS value, is_called AS called FROM ${name}`,
    );
    const [row] = read.rows;
    if (row !== undefined) values.push({ name, value: row.value, isCalled: row.called });
  }
  return values;
}
