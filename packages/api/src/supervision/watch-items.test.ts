import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { exportItems } from './export-items.ts';
import { openItem } from './open-item.ts';
import { castPeople, type Cast } from './testing/cast.ts';
import { taken } from './testing/stages.ts';
import { watchItems } from './watch-items.ts';

let house: TestHouse;
let cast: Cast;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
afterAll(() => house.drop());

const open = (problem: string) =>
  openItem(house, cast.triage, { source: 'leader_assignment', basis: '批示2026-7', problem });

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !holds(); tries += 1) await wait(50);
}

it('tells every open list that items changed, and nobody who closed it or sees none', async () => {
  const told = [0, 0];
  const stops = [cast.triage, cast.officer].map((actor, index) =>
    taken(
      watchItems(house, actor, () => {
        told[index] = (told[index] ?? 0) + 1;
      }),
    ),
  );
  await wait(100);
  taken(await open('窗口午间无人值守'));
  await until(() => told.every((times) => times > 0));
  expect(told).toEqual([1, 1]);
  stops[1]?.();
  taken(await open('导办台无人'));
  await until(() => told[0] === 2);
  expect(told).toEqual([2, 1]);
  stops[0]?.();
  expect(watchItems(house, { kind: 'complainant', complaintId: '' }, () => undefined).ok).toBe(false);
});

it('hears of a writer that began before another and ended after it', async () => {
  let told = 0;
  const stop = taken(watchItems(house, cast.triage, () => (told += 1)));
  const client = await house.db.pool.connect();
  try {
    await wait(100);
    await client.query('BEGIN');
    await client.query(
      `INSERT INTO event (stream_id, version, stream, type, at, actor, data, prev_hash, hash)
SELECT gen_random_uuid(), 1, 'supervision_item', type, at, actor, data, prev_hash, hash FROM event
WHERE stream = 'supervision_item' LIMIT 1`,
    );
    taken(await open('后到先记'));
    await until(() => told === 1);
    await client.query('COMMIT');
    await until(() => told === 2);
  } finally {
    client.release();
    stop();
  }
  expect(told).toBe(2);
});

it('goes on when the database is back, and tells that something may have changed', async () => {
  let told = 0;
  let isAway = false;
  const pool = Object.assign(Object.create(house.db.pool) as typeof house.db.pool, {
    query: (...given: unknown[]) =>
      isAway
        ? Promise.reject(new Error('away'))
        : (house.db.pool.query as (...all: unknown[]) => unknown)(...given),
  });
  const stop = taken(watchItems({ ...house, db: { ...house.db, pool } }, cast.triage, () => (told += 1)));
  await wait(100);
  isAway = true;
  taken(await open('断开期间交办'));
  await wait(1200);
  expect(told).toBe(0);
  isAway = false;
  await until(() => told === 1);
  taken(await open('恢复以后交办'));
  await until(() => told === 2);
  stop();
  expect(told).toBe(2);
});

it('hands out every line that the filter finds, and to a department its own alone', async () => {
  const all = taken(await exportItems(house, cast.triage, { text: '导办台' }));
  expect(all.lines.map(({ problem }) => problem)).toEqual(['导办台无人']);
  expect(taken(await exportItems(house, cast.officer, {})).lines).toEqual([]);
});

it('goes on beyond the first page, and says where it is too much for one file', async () => {
  await many(450, 'DB-2026-X');
  const found = taken(await exportItems(house, cast.triage, { status: 'any' }));
  expect(new Set(found.lines.map(({ number }) => number)).size).toBe(455);
  await many(4600, 'DB-2026-Y');
  const refused = await exportItems(house, cast.triage, { status: 'any' });
  expect(refused).toMatchObject({ refusal: { code: 'export_too_large', data: { most: 5000 } } });
});

/** Copies of one item in the list. */
async function many(count: number, number: string): Promise<void> {
  await house.db.pool.query(
    `INSERT INTO supervision_item SELECT copy.* FROM supervision_item item, generate_series(1, $1::int) n,
  jsonb_populate_record(item, jsonb_build_object('id', gen_random_uuid(), 'number', $2::text || n)) copy
WHERE item.problem = '导办台无人'
  AND item.number = (SELECT min(number) FROM supervision_item WHERE problem = '导办台无人')`,
    [count, number],
  );
}
