import { readStream, replayRows, verifyChains } from '@bihuan/db';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { readInbox } from '../complaint/read-inbox.ts';
import { listNotices } from '../notification/list-notices.ts';
import { drainNotices } from '../notification/testing/drain-notices.ts';
import { sweepDeadlines } from '../operations/sweep-deadlines.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { listItems } from './list-items.ts';
import { readItem } from './read-item.ts';
import { castPeople, type Cast } from './testing/cast.ts';
import { anItemWithMeasuresDone, taken } from './testing/stages.ts';

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  await house?.drop();
  house = await openTestHouse();
  cast = await castPeople(house);
});
afterAll(() => house.drop());

const listed = async () =>
  taken(await listItems(house, cast.triage, { near: 'true' })).lines.map(({ id }) => id);

it('tells in office hours that a date is near, once, and marks it in lists, inbox and on the page', async () => {
  const { itemId } = await anItemWithMeasuresDone(house, cast);
  house.at('2026-10-15T02:00:00.000Z');
  expect((await sweepDeadlines(house)).items.near_deadlines).toBe(0);
  // Friday the 16th, of five working days to Monday the 19th four are used; at 8:59 the office is closed.
  house.at('2026-10-16T00:59:00.000Z');
  expect((await sweepDeadlines(house)).items.near_deadlines).toBe(0);
  expect(await listed()).toEqual([]);
  house.at('2026-10-16T01:00:00.000Z');
  await Promise.all([sweepDeadlines(house), sweepDeadlines(house)]);
  await sweepDeadlines(house);
  const events = (await readStream(house.db, itemId)).filter(({ type }) => type === 'DeadlineNeared');
  expect(events.map(({ data }) => data['deadline'])).toEqual(['item']);

  expect(await listed()).toEqual([itemId]);
  expect(taken(await readItem(house, cast.officer, { itemId })).responsibility?.isNear).toBe(true);
  const inbox = taken(await readInbox(house, cast.officer));
  expect(inbox.find(({ kind }) => kind === 'advancing')?.lines).toMatchObject([{ id: itemId, isNear: true }]);
  await drainNotices(house);
  const told = async (actor: Cast['triage']) =>
    taken(await listNotices(house, actor, {})).notices.filter(({ event }) => event === 'item_near').length;
  expect([await told(cast.officer), await told(cast.cooperatingOfficer), await told(cast.triage)]).toEqual([
    1, 0, 0,
  ]);

  // Over, it is late and no longer near.
  house.at('2026-10-20T02:00:00.000Z');
  expect(await listed()).toEqual([]);
  expect(await house.db.prisma.scoreEntry.count({ where: { rule: { not: 'late' } } })).toBe(0);
  expect((await verifyChains(house.db)).faults).toEqual([]);
  expect((await replayRows(house.db)).differences).toEqual([]);
});
