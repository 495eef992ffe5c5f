import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { createEmptyDatabase, type TestDatabase } from './testing/test-database.ts';

let database: TestDatabase;
let folder: string;
const quiet = () => undefined;

beforeEach(async () => {
  database = await createEmptyDatabase();
  folder = await mkdtemp(join(tmpdir(), 'bihuan-migrations-'));
  await writeFile(join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n');
  await add('20260101000000_first', 'create table first (word text);');
});

afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

async function add(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name));
  await writeFile(join(folder, name, 'migration.sql'), sql);
}

async function rows(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

test('applies what is missing, in order, and nothing twice', async () => {
  expect(await migrate(database.url, quiet, folder)).toEqual({ applied: ['20260101000000_first'] });
  await add('20260102000000_second', "insert into first values ('second');");
  expect(await migrate(database.url, quiet, folder)).toEqual({ applied: ['20260102000000_second'] });
  expect(await migrate(database.url, quiet, folder)).toEqual({ applied: [] });
  expect(await rows('select word from first')).toEqual([{ word: 'second' }]);
});

test('records them where prisma migrate deploy looks', async () => {
  await migrate(database.url, quiet, folder);
  expect(
    await rows('select migration_name, finished_at is not null as finished from _prisma_migrations'),
  ).toEqual([{ migration_name: '20260101000000_first', finished: true }]);
});

test('runs functions, triggers and dollar quotes', async () => {
  await add(
    '20260102000000_guard',
    `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no; never'; end $$;
     create trigger refuse_change before update on first for each row execute function refuse();
     insert into first values ('kept');`,
  );
  await migrate(database.url, quiet, folder);
  await expect(rows("update first set word = 'changed'")).rejects.toThrow('no; never');
});

test('of two at once one migrates and the other finds it done', async () => {
  const both = await Promise.all([
    migrate(database.url, quiet, folder),
    migrate(database.url, quiet, folder),
  ]);
  expect(both.map(({ applied }) => applied.length).sort()).toEqual([0, 1]);
});

test('a failing migration stops the rest and says why', async () => {
  await add('20260102000000_broken', 'create table second (word nonsense);');
  await add('20260103000000_third', 'create table third (word text);');
  await expect(migrate(database.url, quiet, folder)).rejects.toThrow('type "nonsense" does not exist');
  expect(await rows("select to_regclass('third')::text as third")).toEqual([{ third: null }]);
});

test('the migrations of this package build the whole schema', async () => {
  const { applied } = await migrate(database.url, quiet);
  expect(applied.length).toBeGreaterThan(0);
  expect(await rows("select to_regclass('department')::text as found")).toEqual([{ found: 'department' }]);
});

test('refuses to go on over an applied migration that was edited', async () => {
  await migrate(database.url, quiet, folder);
  await appendFile(join(folder, '20260101000000_first', 'migration.sql'), ' -- edited');
  await expect(migrate(database.url, quiet, folder)).rejects.toThrow('changed after it was applied');
});
