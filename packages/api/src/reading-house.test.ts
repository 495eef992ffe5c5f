import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { lendDatabase } from '@bihuan/db/testing';
import { SYSTEM } from '@bihuan/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, type House } from './house.ts';
import { publicRouter } from './public-router.ts';

// A second database in the place of the replica; a real one, and one that is behind, are in `npm run bench -- replica`.
type Lent = Awaited<ReturnType<typeof lendDatabase>>;
let primary: Lent;
let replica: Lent;
let house: House;

const masterKey = randomBytes(32).toString('base64');

const followed = () => expect.poll(() => house.reading().db.url, { timeout: 20_000 }).toBe(replica.db.url);

beforeAll(async () => {
  [primary, replica] = await Promise.all([lendDatabase(), lendDatabase()]);
  house = openHouse({ databaseUrl: primary.db.url, readUrl: replica.db.url, masterKey, maxConnections: 2 });
});

afterAll(async () => {
  await house.close();
  await Promise.all([primary.giveBack(), replica.giveBack()]);
});

test('reads go to the replica once it was seen to follow, and it takes no change', async () => {
  await followed();
  await expect(house.reading().db.pool.query('DELETE FROM question_entry')).rejects.toMatchObject({
    code: '25006',
  });
});

test('what fails on the replica is asked of the primary', async () => {
  await replica.db.pool.query('ALTER TABLE bulletin RENAME TO bulletin_elsewhere');
  await followed();
  const caller = publicRouter.createCaller({ house, actor: SYSTEM, address: '192.0.2.1' });
  expect(await caller.listPublicBulletins()).toEqual([]);
});

test('without a replica that answers the house reads from the primary', async () => {
  const away = openHouse({
    databaseUrl: primary.db.url,
    readUrl: 'postgresql://nobody:nothing@127.0.0.1:1/none',
    masterKey,
    maxConnections: 1,
  });
  await sleep(100);
  expect(away.reading()).toBe(away);
  await away.close();
});
