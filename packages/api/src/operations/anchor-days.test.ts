import { createHash } from 'node:crypto';
import {
  eventHash,
  GENESIS,
  readAnchors,
  readStream,
  verifyAnchors,
  verifyChains,
  type StoredEvent,
} from '@bihuan/db';
import { anchorHead, anchorLine, NO_DAY_BEFORE, type MonthSnapshot } from '@bihuan/domain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draftBulletin } from '../bulletin/draft-bulletin.ts';
import { makeBulletinPaper } from '../bulletin/make-bulletin-paper.ts';
import { readBulletin } from '../bulletin/read-bulletin.ts';
import { openDataset } from '../open-data/open-dataset.ts';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { anAcceptedComplaint, anAssignedItem, taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { anchorEndedDays } from './anchor-days.ts';
import { verifyAudit } from './verify-audit.ts';

type Client = { query(text: string, values?: unknown[]): Promise<unknown> };

let house: TestHouse;
let cast: Cast;
let complaintId: string;

/** Two days with events, 12 and 14 October 2026, and one without between them; it is the 15th. */
beforeEach(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  ({ complaintId } = await anAssignedItem(house, cast));
  house.at('2026-10-14T01:00:00.000Z');
  await anAcceptedComplaint(house, cast, { channel: 'phone' });
  house.at('2026-10-14T16:00:00.000Z');
}, 180_000);
afterEach(() => house.drop());

const daysOf = async () => (await readAnchors(house.db.pool)).map(({ day }) => day);
const anchorFaultsNow = async () => (await verifyAnchors(house.db)).faults;

/** Changes what the database itself refuses to change, as somebody with all of its rights could. */
async function asItsOwner(change: (client: Client) => Promise<unknown>): Promise<void> {
  const client = await house.db.pool.connect();
  await client.query('BEGIN');
  await client.query(`SET LOCAL session_replication_role = 'replica'`);
  await change(client);
  await client.query('COMMIT');
  client.release();
}

/** Writes a stream anew with these events, links and hashes reckoned anew, and its row on the new end. */
async function rewrite(events: readonly StoredEvent[], positions: readonly string[]): Promise<void> {
  await asItsOwner(async (client) => {
    await client.query('DELETE FROM event WHERE stream_id = $1', [complaintId]);
    let link = GENESIS;
    for (const [at, event] of events.entries()) {
      const version = at + 1;
      const hash = eventHash(link, { ...event, version });
      await client.query(
        `INSERT INTO event (stream_id, version, position, stream, type, at, actor, data, prev_hash, hash)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          ...[complaintId, version, positions[at] ?? positions.at(-1), event.stream, event.type, event.at],
          ...[JSON.stringify(event.actor), JSON.stringify(event.data), link, hash],
        ],
      );
      link = hash;
    }
    await client.query('UPDATE complaint SET version = $2, head_hash = $3 WHERE id = $1', [
      ...[complaintId, events.length, link],
    ]);
  });
}

async function theStream(): Promise<{ events: readonly StoredEvent[]; positions: readonly string[] }> {
  const { rows } = await house.db.pool.query<{ position: string }>(
    'SELECT position::text AS position FROM event WHERE stream_id = $1 ORDER BY version',
    [complaintId],
  );
  const positions = rows.map(({ position }) => position);
  return { events: await readStream(house.db, complaintId), positions };
}

describe('anchorEndedDays', () => {
  it('anchors each day that is over, those without events too, once, however many run', async () => {
    const made = await Promise.all([anchorEndedDays(house), anchorEndedDays(house), anchorEndedDays(house)]);
    expect(made.flat().toSorted()).toEqual(['2026-10-12', '2026-10-13', '2026-10-14']);
    expect(await anchorEndedDays(house)).toEqual([]);
    expect(await daysOf()).toEqual(['2026-10-12', '2026-10-13', '2026-10-14']);
    expect(await anchorFaultsNow()).toEqual([]);
    const { rows } = await house.db.pool.query<{ hash: Buffer }>(
      `SELECT hash FROM event WHERE at < '2026-10-12T16:00:00Z' ORDER BY position`,
    );
    const [first, second, third] = await readAnchors(house.db.pool);
    const text =
      anchorHead('2026-10-12', NO_DAY_BEFORE) +
      rows.map(({ hash }) => anchorLine(hash.toString('hex'))).join('');
    expect(first).toMatchObject({
      ...{ events: rows.length, previous: NO_DAY_BEFORE },
      digest: createHash('sha256').update(text).digest('hex'),
    });
    expect(second).toMatchObject({ events: 0, previous: first?.digest, through: first?.through });
    expect(third?.events).toBeGreaterThan(0);
  });

  it('does not begin a day before it is over, and counts what is written late to the day it is written in', async () => {
    house.at('2026-10-14T15:59:59.999Z');
    expect(await anchorEndedDays(house)).toEqual(['2026-10-12', '2026-10-13']);
    house.at('2026-10-12T05:00:00.000Z');
    await anAcceptedComplaint(house, cast);
    expect(await anchorFaultsNow()).toEqual([]);
    house.at('2026-10-16T01:00:00.000Z');
    expect(await anchorEndedDays(house)).toEqual(['2026-10-14', '2026-10-15']);
    expect(await anchorFaultsNow()).toEqual([]);
    const anchors = await readAnchors(house.db.pool);
    expect(anchors.reduce((sum, { events }) => sum + events, 0)).toBe(await house.db.prisma.event.count());
  });

  it('keeps anchors that nobody may change', async () => {
    await anchorEndedDays(house);
    await expect(house.db.pool.query('UPDATE day_anchor SET events = 0')).rejects.toThrow('append-only');
    await expect(house.db.pool.query('DELETE FROM day_anchor')).rejects.toThrow('append-only');
  });
});

describe('a history that was rewritten, with all links and ends reckoned anew', () => {
  beforeEach(() => anchorEndedDays(house));
  const differs = [{ fault: 'differs', day: '2026-10-12' }];

  it.each<[string, (stream: Awaited<ReturnType<typeof theStream>>) => Promise<void>]>([
    [
      'an edited event',
      ({ events, positions }) =>
        rewrite(
          events.map((event, at) => (at === 1 ? { ...event, actor: { kind: 'system' } } : event)),
          positions,
        ),
    ],
    [
      'a removed one',
      ({ events, positions }) =>
        rewrite(
          events.filter((_, at) => at !== 1),
          positions.filter((_, at) => at !== 1),
        ),
    ],
    [
      'one slipped in',
      ({ events, positions }) =>
        rewrite([...events, { ...(events.at(-1) as StoredEvent), actor: { kind: 'system' } }], positions),
    ],
    [
      'two that changed places',
      ({ events, positions }) => {
        const [first, second, third, ...rest] = events as [StoredEvent, StoredEvent, StoredEvent];
        return rewrite([first, third, second, ...rest], positions);
      },
    ],
  ])('%s is not seen by the chains, and found by the anchor', async (_, change) => {
    await change(await theStream());
    expect((await verifyChains(house.db)).faults).toEqual([]);
    expect(await anchorFaultsNow()).toEqual(differs);
    expect((await verifyAudit(house, { isChainsOnly: true })).anchors.faults).toEqual(differs);
  });

  it('is found by what was written down elsewhere, where the anchors were reckoned anew as well', async () => {
    const kept = await readAnchors(house.db.pool);
    const { events, positions } = await theStream();
    await rewrite(
      events.map((event, at) => (at === 1 ? { ...event, actor: { kind: 'system' } } : event)),
      positions,
    );
    await asItsOwner((client) => client.query('DELETE FROM day_anchor'));
    await anchorEndedDays(house);
    expect(await anchorFaultsNow()).toEqual([]);
    expect((await verifyAnchors(house.db, kept)).faults).toEqual(
      ['2026-10-12', '2026-10-13', '2026-10-14'].map((day) => ({ fault: 'not_as_written', day })),
    );
  });

  it('names a day whose anchor is gone', async () => {
    await asItsOwner((client) => client.query(`DELETE FROM day_anchor WHERE day = '2026-10-13'`));
    expect(await anchorFaultsNow()).toEqual([
      { fault: 'missing', day: '2026-10-13' },
      { fault: 'unlinked', day: '2026-10-14' },
    ]);
  });
});

it('is printed in the bulletin of the month, which names it where it was changed later', async () => {
  house.at('2026-11-02T01:00:00.000Z');
  const { bulletinId } = taken(await draftBulletin(house, cast.triage, { month: '2026-10' }));
  const anchor = (await readAnchors(house.db.pool)).find(({ day }) => day === '2026-10-31');
  const view = taken(await readBulletin(house, cast.triage, { ref: bulletinId }));
  expect((view.bulletin.snapshot as MonthSnapshot).anchor).toEqual({
    ...{ day: '2026-10-31', digest: anchor?.digest },
  });
  const section = view.sections.at(-1);
  expect(section?.heading).toBe('数据存证');
  expect(section?.paragraphs[0]).toContain(
    `截至2026年10月31日的全部办理记录，存证值（SHA-256）为${anchor?.digest}。`,
  );
  expect(
    taken(await makeBulletinPaper(house, cast.triage, { ref: bulletinId })).bytes.length,
  ).toBeGreaterThan(0);
  await asItsOwner((client) =>
    client.query(`UPDATE day_anchor SET digest = decode(repeat('ab', 32), 'hex') WHERE day = '2026-10-31'`),
  );
  expect(await anchorFaultsNow()).toEqual([
    { fault: 'differs', day: '2026-10-31' },
    { fault: 'unlinked', day: '2026-11-01' },
    { fault: 'not_as_written', day: '2026-10-31' },
  ]);
});

it('is the digest that sha256sum gives of the text', () => {
  const lines = ['a', 'b'].map((letter) => anchorLine(letter.repeat(64)));
  const text = anchorHead('2026-10-12', NO_DAY_BEFORE) + lines.join('');
  expect(createHash('sha256').update(text).digest('hex')).toBe(
    '6bd7927eac967edbaf88d8758630802956ecfd1648ad5c8c6e0fb5065c8345c8',
  );
});

it('is open data, the latest day first', async () => {
  await anchorEndedDays(house);
  const { pages } = taken(await openDataset(house, { name: 'anchors' }));
  const lines: object[] = [];
  for await (const page of pages) lines.push(...page);
  const [first, second, third] = await readAnchors(house.db.pool);
  expect(lines).toMatchObject([
    { day: '2026-10-14', anchor_sha256: third?.digest, previous_sha256: second?.digest },
    { day: '2026-10-13', events: 0, anchor_sha256: second?.digest },
    { day: '2026-10-12', anchor_sha256: first?.digest, previous_sha256: NO_DAY_BEFORE },
  ]);
});
