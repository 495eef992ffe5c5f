import { expect, test } from 'vitest';
import { openDatabase } from '../database.ts';
import { saveChange } from '../save-change.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import { dropQueuedJobs } from './drop-queued-jobs.ts';

test('keeps the latest, and what a worker has taken', async () => {
  const { url, drop } = await createTestDatabase();
  const db = openDatabase(url, 2);
  for (const occasion of ['a:1', 'b:1', 'c:1', 'd:1']) {
    const data = { about: 'complaint', occasion } as const;
    await saveChange(db, { statements: [], jobs: [{ queue: 'notify', data }] });
  }
  await db.pool.query(`UPDATE pgboss.job SET state = 'active' WHERE data->>'occasion' = 'a:1'`);
  expect(await dropQueuedJobs(db, 'notify', 2)).toBe(1);
  const { rows } = await db.pool.query(`SELECT data->>'occasion' AS occasion FROM pgboss.job ORDER BY 1`);
  expect(rows).toEqual([{ occasion: 'a:1' }, { occasion: 'c:1' }, { occasion: 'd:1' }]);
  await db.close();
  await drop();
});
