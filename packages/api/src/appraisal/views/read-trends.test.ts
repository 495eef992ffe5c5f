import { afterAll, beforeAll, expect, it } from 'vitest';
import { anAnsweredComplaint } from '../../complaint/testing/answered.ts';
import { castPeople, type Cast } from '../../supervision/testing/cast.ts';
import { anAcceptedComplaint, refusalOf, taken } from '../../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { readTallyRows } from './read-tally-rows.ts';
import { readTrends, TREND_TALLIES, type TrendCounts } from './read-trends.ts';

let house: TestHouse;
let cast: Cast;

beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  await anAnsweredComplaint(house, cast);
  house.at('2026-11-02T01:00:00.000Z');
  await anAcceptedComplaint(house, cast, { title: '没有分到部门的一件' });
});
afterAll(() => house.drop());

it('counts by month and by quarter', async () => {
  const months = taken(await readTrends(house, cast.leader, {}));
  expect(months.stretches.map(({ key }) => key)).toHaveLength(12);
  expect(months.stretches.slice(-2)).toMatchObject([
    { key: '2026-10', counts: { incoming: 1, struck_on_time: 1, calls_valid: 1 }, rates: { composite: 1 } },
    { key: '2026-11', counts: { incoming: 1, struck_on_time: 0, calls_valid: 0 }, rates: null },
  ]);
  const quarters = taken(await readTrends(house, cast.triage, { unit: 'quarter' }));
  expect(quarters.stretches).toMatchObject([{ key: '2026-Q4', counts: { incoming: 2 } }]);
});

it('opens each number into as many rows, of stretches and of parts', async () => {
  for (const by of ['department', 'category'] as const) {
    const { stretches, at, parts } = taken(await readTrends(house, cast.leader, { unit: 'quarter', by }));
    const expectRows = async (of: TrendCounts, more: object) => {
      for (const tally of TREND_TALLIES) {
        const asked = { tally, from: at.firstDay, to: at.lastDay, ...more };
        expect(taken(await readTallyRows(house, cast.leader, asked)).rows).toBe(of.counts[tally]);
      }
    };
    for (const stretch of stretches) await expectRows(stretch, {});
    for (const part of parts)
      await expectRows(part, by === 'department' ? { departmentId: part.id } : { category: part.id });
    const sum = parts.reduce((all, part) => all + (part.counts.incoming ?? 0), 0);
    expect(sum).toBe(at.counts.incoming);
  }
});

it('is narrowed to a department and a category', async () => {
  const asked = { unit: 'quarter', departmentId: cast.approvals, category: 'business' };
  expect(taken(await readTrends(house, cast.leader, asked)).at.counts.incoming).toBe(1);
  const other = { ...asked, departmentId: cast.construction };
  expect(taken(await readTrends(house, cast.leader, other)).at.counts.incoming).toBe(0);
});

it('tells a department its own, and no answers of single complainants', async () => {
  const own = taken(await readTrends(house, cast.officer, { unit: 'quarter' }));
  expect(own).toMatchObject({ isOwn: true, at: { counts: { incoming: 1, calls_valid: null }, rates: null } });
  const others = taken(await readTrends(house, cast.strangerOfficer, { unit: 'quarter' }));
  expect(others.at.counts).toMatchObject({ incoming: 0, calls_valid: 0 });
  expect(refusalOf(await readTrends(house, cast.clerk, {}))).toBe('not_found');
});
