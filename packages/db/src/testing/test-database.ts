import pg from 'pg';
import { withDatabase } from './template-database.ts';

export type TestDatabase = {
  readonly url: string;
  /** Removes the database, ending connections that are still open. */
  drop(): Promise<void>;
};

let made = 0;

/** Clones the migrated template into a database of its own, for one test file. */
export function createTestDatabase(): Promise<TestDatabase> {
  return createDatabase(`template ${setting('BIHUAN_TEST_TEMPLATE')}`);
}

/** A database without any tables. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return createDatabase('');
}

async function createDatabase(source: string): Promise<TestDatabase> {
  const server = setting('BIHUAN_TEST_SERVER');
  made += 1;
  const name = `test_${process.pid}_${process.env['VITEST_WORKER_ID'] ?? 0}_${made}_${Date.now()}`;
  await command(server, `create database ${name} ${source}`);
  return {
    url: withDatabase(server, name),
    drop: () => command(server, `drop database ${name} with (force)`),
  };
}

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error('add @bihuan/db/testing/global-setup to globalSetup in vitest.config.ts');
  return value;
}

async function command(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
