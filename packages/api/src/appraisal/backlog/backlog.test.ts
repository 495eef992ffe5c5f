import { AGE_CLASSES } from '@bihuan/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anAnsweredComplaint } from '../../complaint/testing/answered.ts';
import { signItem } from '../../supervision/sign-item.ts';
import { castPeople, type Cast } from '../../supervision/testing/cast.ts';
import { anAcceptedComplaint, anAssignedItem, refusalOf, taken } from '../../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { readBacklog, readBacklogRows } from './read-backlog.ts';
import { countBacklog, takeBacklog } from './take-backlog.ts';

let house: TestHouse;
let cast: Cast;

beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  await anAnsweredComplaint(house, cast);
  const { itemId } = await anAssignedItem(house, cast, { title: '还在办的一件' });
  house.at('2026-10-14T01:00:00.000Z');
  taken(await signItem(house, cast.officer, { itemId }));
  await anAcceptedComplaint(house, cast, { title: '还没有分办的一件' });
  house.at('2026-10-16T17:00:00.000Z');
});
afterAll(() => house.drop());

it('counts every day that is over, once', async () => {
  expect(await takeBacklog(house)).toBe(5);
  expect(await takeBacklog(house)).toBe(0);
  const { day, days, holders } = taken(await readBacklog(house, cast.leader, { about: 'item' }));
  expect(day).toBe('2026-10-16');
  expect(days.map((one) => [one.day, one.counts.up_to_3, one.counts.up_to_7])).toEqual([
    ...[
      ['2026-10-12', 1, 0],
      ['2026-10-13', 1, 0],
      ['2026-10-14', 1, 0],
      ['2026-10-15', 1, 0],
      ['2026-10-16', 0, 1],
    ],
  ]);
  expect(holders).toMatchObject([{ department: { name: '行政审批局' }, counts: { up_to_7: 1 } }]);
  const complaints = taken(await readBacklog(house, cast.leader, { about: 'complaint' }));
  expect(complaints.holders.map(({ holder }) => holder)).toEqual(['complainant', 'department', 'office']);
});

it('comes to the same when it is counted again', async () => {
  const before = await house.db.prisma.backlogDay.findMany();
  await countBacklog(house, { first: '2026-10-12', last: '2026-10-16' });
  expect(await house.db.prisma.backlogDay.findMany()).toEqual(before);
});

it('opens each number into as many rows', async () => {
  for (const about of ['complaint', 'item'] as const) {
    const backlog = taken(await readBacklog(house, cast.leader, { about }));
    for (const { day, counts } of backlog.days)
      for (const ageClass of AGE_CLASSES) {
        const { rows } = taken(await readBacklogRows(house, cast.leader, { about, day, ageClass }));
        expect(rows).toHaveLength(counts[ageClass]);
      }
    for (const { holder, counts } of backlog.holders)
      for (const ageClass of AGE_CLASSES) {
        const asked = { about, day: backlog.day, holder, ageClass };
        expect(taken(await readBacklogRows(house, cast.leader, asked)).rows).toHaveLength(counts[ageClass]);
      }
  }
});

it('shows a department what lay with it alone', async () => {
  const own = taken(await readBacklog(house, cast.officer, { about: 'item' }));
  expect(own.holders).toHaveLength(1);
  expect(taken(await readBacklog(house, cast.officer, { about: 'complaint' })).days).toEqual([]);
  expect(taken(await readBacklog(house, cast.strangerOfficer, { about: 'item' })).days).toEqual([]);
  const asked = { about: 'item', day: '2026-10-16' };
  expect(taken(await readBacklogRows(house, cast.strangerOfficer, asked)).rows).toEqual([]);
  expect(refusalOf(await readBacklog(house, cast.clerk, {}))).toBe('not_found');
});
