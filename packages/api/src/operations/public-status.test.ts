import { openDatabase } from '@bihuan/db';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { messagesStatus, readPublicStatus } from './public-status.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.drop());

const BEAT = `INSERT INTO pgboss.instance (id, name, host, pid, version, node_version, heartbeat_seconds, supervise, schedule,
  migrate, persist_queue_stats, persist_warnings, heartbeat_on)
VALUES (gen_random_uuid(), 'worker', 'one', 1, '12', '24', 15, true, true, false, true, false, $1)`;

it('tells whether filing is possible and messages go out, and since when', async () => {
  const stopped = { state: 'stopped', since: null };
  const filing = { isPossible: true, since: '2026-10-12T01:00:00.000Z' };
  expect(await readPublicStatus(house)).toEqual({ filing, messages: stopped, checkedAt: filing.since });
  await house.db.pool.query(BEAT, [new Date(Date.now() - 60_000)]);
  expect((await readPublicStatus(house)).messages?.state).toBe('stopped');
  await house.db.pool.query(BEAT, [new Date()]);
  house.at('2026-10-12T01:05:00.000Z');
  expect(await readPublicStatus(house)).toEqual({
    filing,
    messages: { state: 'going_out', since: null },
    checkedAt: '2026-10-12T01:05:00.000Z',
  });
  await house.db.pool.query(
    `INSERT INTO pgboss.job (name, state, created_on) VALUES ('deliver', 'retry', now() - interval '11 minutes')`,
  );
  expect((await readPublicStatus(house)).messages?.state).toBe('late');
  await house.db.pool.query(
    `INSERT INTO pgboss.job (name, state, completed_on) VALUES ('deliver', 'completed', now())`,
  );
  expect((await readPublicStatus(house)).messages?.state).toBe('going_out');
});

it('says since when a database is away, and when it is back', async () => {
  const db = openDatabase('postgresql://nobody@127.0.0.1:1/none', 1);
  const away = { ...house, db };
  house.at('2026-10-12T02:00:00.000Z');
  const first = await readPublicStatus({ ...away, now: () => '2026-10-12T02:00:00.000Z' });
  expect(first).toEqual({
    filing: { isPossible: false, since: '2026-10-12T02:00:00.000Z' },
    messages: null,
    checkedAt: '2026-10-12T02:00:00.000Z',
  });
  const later = await readPublicStatus({ ...away, now: () => '2026-10-12T02:07:00.000Z' });
  expect(later.filing).toEqual(first.filing);
  await db.close();
});

it('takes a worker that lives for enough, whatever stopped before it', () => {
  const worker = (isLive: boolean) => ({
    ...{ host: 'one', isLive, startedAt: new Date(0), beatAt: new Date('2026-10-12T00:59:00.000Z') },
  });
  const delivery = { lateSince: null, lastSentAt: null };
  expect(messagesStatus([worker(true), worker(false)], delivery, 0)).toEqual({
    state: 'going_out',
    since: null,
  });
  expect(messagesStatus([worker(false)], delivery, 0)).toEqual({
    state: 'stopped',
    since: '2026-10-12T00:59:00.000Z',
  });
});
