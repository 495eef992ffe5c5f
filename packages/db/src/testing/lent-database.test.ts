import { expect, test } from 'vitest';
import { lendDatabase } from './lent-database.ts';

const DEPARTMENT = `insert into department (id, code, name, name_en, kind, active_from)
  values ('00000000-0000-4000-8000-000000000001', 'D01', '城管局', 'Urban management', 'department', '2026-01-01')`;

test('what is lent again is as it was before anything was written', async () => {
  const first = await lendDatabase();
  const { pool, url } = first.db;
  const categories = (await pool.query('select * from category order by code')).rows;
  await pool.query(DEPARTMENT);
  await pool.query(`update category set name = '改了'`);
  await first.giveBack();

  const second = await lendDatabase();
  expect(second.db.url).toBe(url);
  expect(second.db).not.toBe(first.db);
  expect((await second.db.pool.query('select from department')).rowCount).toBe(0);
  expect((await second.db.pool.query('select * from category order by code')).rows).toEqual(categories);
  await second.giveBack();
});

test('numbers that the database counts begin anew', async () => {
  const first = await lendDatabase();
  const { rows } = await first.db.pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, sequencename) as name from pg_sequences where last_value is null limit 1`,
  );
  const next = `select nextval('${rows[0]?.name}')::int as number`;
  const { rows: numbers } = await first.db.pool.query<{ number: number }>(next);
  await first.giveBack();
  const second = await lendDatabase();
  expect((await second.db.pool.query(next)).rows).toEqual(numbers);
  await second.giveBack();
});

test('two at a time are two databases', async () => {
  const [one, other] = await Promise.all([lendDatabase(), lendDatabase()]);
  expect(one.db.url).not.toBe(other.db.url);
  await one.giveBack();
  await other.giveBack();
});

test('one that was built differently, or is still in use, is not lent again', async () => {
  const changed = await lendDatabase();
  await changed.db.pool.query('alter table event disable trigger user');
  await changed.giveBack();
  const busy = await lendDatabase();
  expect(busy.db.url).not.toBe(changed.db.url);
  const client = await busy.db.pool.connect();
  client.on('error', () => undefined);
  await client.query('begin');
  await client.query(DEPARTMENT);
  await busy.giveBack();
  const next = await lendDatabase();
  expect([changed.db.url, busy.db.url]).not.toContain(next.db.url);
  await next.giveBack();
});
