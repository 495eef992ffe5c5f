import { publishPolicy, replayRows } from '@bihuan/db';
import { DEFAULT_PERIODS, localDateOf } from '@bihuan/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sweepDeadlines } from '../operations/sweep-deadlines.ts';
import { routeComplaint } from '../supervision/route-complaint.ts';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { anAcceptedComplaint, aRoute, refusalOf, taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { composePeriod } from './compose-period.ts';
import { periodsSoFar, presentPeriod } from './periods.ts';
import { readScoreboard } from './read-scoreboard.ts';
import { closeObjections } from './sheet/close-objections.ts';
import { correctLine } from './sheet/correct-line.ts';
import { freezeSheet } from './sheet/freeze-sheet.ts';
import { openPeriodSheet } from './sheet/open-sheet.ts';
import { publishSheet } from './sheet/publish-sheet.ts';
import { readPeriodSheet } from './sheet/read-period-sheet.ts';
import { proposeRestatement, signRestatement } from './sheet/restate-sheet.ts';

let house: TestHouse;
let cast: Cast;

/** Quarters from the 19th to the 18th. An item of approvals is due on Monday 14 September and swept on the 18th and on the 28th. */
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  const rule = { ...DEFAULT_PERIODS, version: 'periods-2', closingDay: 18 };
  await publishPolicy(house.db, 'periods', rule, '2026-07-01', 'test', '2026-06-20T01:00:00.000Z');
  house.at('2026-09-07T01:00:00.000Z');
  const route = aRoute(cast, await anAcceptedComplaint(house, cast));
  const measures = route.measures.map((measure) => ({ ...measure, dueOn: '2026-09-14' }));
  taken(await routeComplaint(house, cast.triage, { ...route, measures }));
  house.at('2026-09-18T01:00:00.000Z');
  await sweepDeadlines(house);
  house.at('2026-09-28T01:00:00.000Z');
  await sweepDeadlines(house);
});
afterAll(() => house.drop());

const lines = async () => {
  const rows = await house.db.prisma.scoreEntry.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }] });
  return rows.map(({ period, at, rule }) => [period, localDateOf(at.toISOString()), rule]);
};

it('puts every line into the period its day lies in, to the day, and into one alone', async () => {
  expect(await presentPeriod(house)).toEqual({
    ...{ id: '2026-Q4', firstDay: '2026-09-19', lastDay: '2026-12-18' },
  });
  expect((await periodsSoFar(house)).slice(0, 2)).toMatchObject([
    { id: '2026-Q4', firstDay: '2026-09-19' },
    { id: '2026-Q3', lastDay: '2026-09-18' },
  ]);
  const all = await lines();
  expect(all.length).toBeGreaterThan(1);
  for (const [period, day] of all) expect(period).toBe((day ?? '') <= '2026-09-18' ? '2026-Q3' : '2026-Q4');
  expect(new Set(all.map(([period]) => period))).toEqual(new Set(['2026-Q3', '2026-Q4']));
  const sums = await Promise.all(['2026-Q3', '2026-Q4'].map((period) => composePeriod(house, period)));
  const counted = sums.map(({ departments }) => departments[0]?.accounts.supervision.lines ?? 0);
  expect(counted.reduce((sum, of) => sum + of, 0)).toBe(all.length);
  expect(taken(await readScoreboard(house, { period: '2026-Q4' })).zone.underSupervision).toBe(1);
  expect((await replayRows(house.db)).differences).toEqual([]);
});

it('opens, freezes and restates the sheet of such a period, twice where there is something to restate', async () => {
  const period = '2026-Q3';
  const open = (id: string) => openPeriodSheet(house, cast.appraisalAdmin, { period: id });
  expect(refusalOf(await open('2026-Q4'))).toBe('sheet_period_running');
  taken(await open(period));
  house.at('2026-10-16T01:00:00.000Z');
  taken(await closeObjections(house, cast.appraisalAdmin, { period }));
  taken(await publishSheet(house, cast.appraisalAdmin, { period }));
  taken(await freezeSheet(house, cast.appraisalAdmin, { period }));
  const reason = '重复记分，予以更正。';
  const restate = async () => {
    const proposed = await proposeRestatement(house, cast.appraisalAdmin, { period, reason });
    return proposed.ok ? signRestatement(house, cast.leader, { period }) : proposed;
  };
  expect(refusalOf(await restate())).toBe('sheet_nothing_to_restate');
  const late = await house.db.prisma.scoreEntry.findFirstOrThrow({ where: { period } });
  taken(await correctLine(house, cast.appraisalAdmin, { period, lineId: late.id, reason }));
  expect(taken(await restate()).edition).toBe(2);
  expect(refusalOf(await restate())).toBe('sheet_nothing_to_restate');
  // A line of the closing day that comes in when the sheet is frozen still is of that period.
  await house.db.pool.query(
    `INSERT INTO score_entry (id, at, department_id, period, account, rule, centipoints, policy_version, arithmetic, stream_id, event_version, actor)
SELECT gen_random_uuid(), at, department_id, period, account, 'late', -100, policy_version, '{}', gen_random_uuid(), 1, actor FROM score_entry WHERE id = $1`,
    [late.id],
  );
  await house.db.pool.query(
    'UPDATE score_balance SET centipoints = centipoints - 100, lines = lines + 1 WHERE period = $1 AND department_id = $2',
    [period, cast.approvals],
  );
  expect(taken(await restate()).edition).toBe(3);
  const { sheet } = taken(await readPeriodSheet(house, cast.leader, { period }));
  expect(sheet).toMatchObject({
    status: 'restated',
    edition: 3,
    restatements: [{ edition: 2 }, { edition: 3 }],
  });
});
