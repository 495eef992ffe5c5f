import type pg from 'pg';
import { prepareQueues } from '../job/prepare-queues.ts';
import { migrate } from '../migrate.ts';
import { migrationsFolder } from '../migration/migrations-folder.ts';
import { withBackupClient } from './backup-client.ts';
import { listBackupTables, tableName, type BackupTable } from './backup-tables.ts';
import type { DatabaseState, SequenceValue } from './database-state.ts';

/** Whether nothing of ours, or of anybody, is in the database yet. */
export async function isEmptyDatabase(url: string): Promise<boolean> {
  return withBackupClient(url, async (client) => {
    const { rows } = await client.query<{ found: boolean }>(
      `SELECT EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname IN ('public', 'pgboss') AND c.relkind IN ('r', 'p')) AS found`,
    );
    return rows[0]?.found === false;
  });
}

export type LoadPlan = Pick<DatabaseState, 'migrations' | 'sequences' | 'queuesVersion'> & {
  readonly tables: readonly BackupTable[];
  /** Fills one table. Everything is undone where it throws. */
  readonly load: (client: pg.ClientBase, table: BackupTable) => Promise<void>;
  /** Looks at what was loaded, before it counts. Everything is undone where it throws. */
  readonly check: (client: pg.ClientBase) => Promise<void>;
};

/** The tables of the backup are not those that its migrations make. */
export class TablesDiffer extends Error {
  override name = 'TablesDiffer';
}

/**
 * Makes the tables in an empty database as they were in the backup, fills them in one transaction with the triggers of
 * the product off (what they guard was guarded when it was written), checks every reference between tables, and brings
 * them to what this version needs. What was made is taken away again where anything goes wrong.
 */
export async function loadIntoEmpty(url: string, plan: LoadPlan, log: (line: string) => void): Promise<void> {
  try {
    const names = plan.migrations.map(({ name }) => name);
    await migrate(url, () => undefined, migrationsFolder(), names);
    await prepareQueues(url);
    await withBackupClient(url, (client) => fill(client, plan));
    await migrate(url, log);
  } catch (error) {
    await withBackupClient(url, (client) =>
      client.query(
        'DROP SCHEMA IF EXISTS pgboss CASCADE; DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public',
      ),
    ).catch(() => undefined);
    throw error;
  }
}

async function fill(client: pg.ClientBase, plan: LoadPlan): Promise<void> {
  const { tables, sequences, queuesVersion, load, check } = plan;
  const queues = await client.query<{ version: number }>('SELECT version FROM pgboss.version');
  if (queues.rows[0]?.version !== queuesVersion) throw new TablesDiffer('the queues are of another version');
  const here = await listBackupTables(client);
  const shape = (all: readonly BackupTable[]) =>
    JSON.stringify(all.map(({ name, columns }) => `${name} ${[...columns].sort().join(' ')}`).sort());
  if (shape(here) !== shape(tables)) throw new TablesDiffer('the tables are not those of the backup');
  const names = here.map(tableName);
  await client.query('BEGIN');
  const references = await dropReferences(client);
  for (const name of names) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
  await client.query(`TRUNCATE ${names.join(', ')}`);
  for (const table of tables) await load(client, table);
  for (const name of names) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
  for (const { table, name, definition } of references)
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
  await setSequences(client, sequences);
  await check(client);
  await client.query('COMMIT');
  await client.query('ANALYZE');
}

type Reference = { readonly table: string; readonly name: string; readonly definition: string };

/** References between tables are taken off while these fill in any order, and put back as they were. */
async function dropReferences(client: pg.ClientBase): Promise<readonly Reference[]> {
  const { rows } = await client.query<Reference>(
    `SELECT c.conrelid::regclass::text AS "table", quote_ident(c.conname) AS name,
       pg_get_constraintdef(c.oid) AS definition
     FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace
     WHERE c.contype = 'f' AND c.conparentid = 0 AND n.nspname IN ('public', 'pgboss')`,
  );
  for (const { table, name } of rows) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  return rows;
}

async function setSequences(client: pg.ClientBase, sequences: readonly SequenceValue[]): Promise<void> {
  for (const { name, value, isCalled } of sequences)
    await client.query('SELECT setval($1::regclass, $2::bigint, $3)', [name, value, isCalled]);
}
