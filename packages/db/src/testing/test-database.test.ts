import pg from 'pg';
import { expect, test } from 'vitest';
import { createTestDatabase } from './test-database.ts';

async function run(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

test('every test database is migrated, empty and its own', async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  const insert = `insert into department (id, code, name, name_en, kind, active_from)
    values ('00000000-0000-4000-8000-000000000001', 'D01', '城管局', 'Urban management', 'department', '2026-01-01')`;
  await run(one.url, insert);
  expect(await run(one.url, 'select name from department')).toEqual([{ name: '城管局' }]);
  expect(await run(other.url, 'select name from department')).toEqual([]);
  await one.drop();
  await other.drop();
  await expect(run(one.url, 'select 1')).rejects.toThrow('does not exist');
});
