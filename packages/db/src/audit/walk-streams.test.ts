import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type Database } from '../database.ts';
import { saveChange } from '../save-change.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { appendEvents } from './append-events.ts';
import { GENESIS } from './event-hash.ts';
import { walkStreams } from './walk-streams.ts';

let database: TestDatabase;
let db: Database;
const streamId = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url, 2);
  const head = { version: 0, hash: GENESIS };
  const events = (count: number) =>
    Array.from({ length: count }, (_, nth) => ({ type: `Event${nth + 1}`, at: '2026-10-12T01:00:00.000Z' }));
  for (const [digit, count] of [
    [1, 4],
    [2, 1],
    [3, 2],
  ] as const) {
    const { statement } = appendEvents('complaint', streamId(digit), head, { kind: 'system' }, events(count));
    await saveChange(db, { statements: [statement] });
  }
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

test('gives every stream whole, wherever a page of events ends', async () => {
  for (const size of [1, 2, 3, 4, 7, 100]) {
    const client = await db.pool.connect();
    const walked: string[] = [];
    for await (const stream of walkStreams(client, size))
      walked.push(`${stream[0]?.streamId.slice(-1)}: ${stream.map(({ version }) => version).join(' ')}`);
    client.release();
    expect(walked).toEqual(['1: 1 2 3 4', '2: 1', '3: 1 2']);
  }
});
