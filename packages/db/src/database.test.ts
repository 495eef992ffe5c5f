import { expect, test } from 'vitest';
import { openDatabase } from './database.ts';
import { createTestDatabase } from './testing/test-database.ts';

test('outlives a connection that the server ends while it is in use', async () => {
  const { url, drop } = await createTestDatabase();
  const db = openDatabase(url, 2);
  for (const pool of [db.pool, db.writer]) {
    const client = await pool.connect();
    const ended = new Promise((resolve) => client.once('end', resolve));
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await db.pool.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
    await ended;
    client.release(true);
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  }
  await db.close();
  await drop();
});
