import { saveChange, type NewScoreEntry } from '@bihuan/db';
import { DEFAULT_APPRAISAL, DEFAULT_OPEN_DATA, DEFAULT_PAY, DEFAULT_SCORING } from '@bihuan/domain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anAnsweredComplaint } from '../complaint/testing/answered.ts';
import { openDataset } from '../open-data/open-dataset.ts';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { composePeriod } from './compose-period.ts';
import { confirmResults } from './indicator/confirm-results.ts';
import { draftIndicator } from './indicator/draft-indicator.ts';
import { editIndicator } from './indicator/edit-indicator.ts';
import { enterResult } from './indicator/enter-result.ts';
import { publishIndicators } from './indicator/publish-indicators.ts';
import { readIndicator } from './indicator/read-indicator.ts';
import { simulateLastPlace } from './last-place/simulate-last-place.ts';
import { readAppraisal } from './read-appraisal.ts';
import { readScoreSheet } from './read-score-sheet.ts';
import { readScoreboard } from './read-scoreboard.ts';
import { readYear } from './read-year.ts';
import { closeObjections } from './sheet/close-objections.ts';
import { freezeSheet } from './sheet/freeze-sheet.ts';
import { openPeriodSheet } from './sheet/open-sheet.ts';
import { publishSheet } from './sheet/publish-sheet.ts';
import { readPublishedSheet } from './sheet/published-sheets.ts';
import { readTrends } from './views/read-trends.ts';
import { proposeRestatement, signRestatement } from './sheet/restate-sheet.ts';

const period = '2026-Q4';

let house: TestHouse;
let cast: Cast;

/** One item of approvals was struck off on time, with one valid callback; the sheet of the quarter is frozen in January. */
beforeEach(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  await anAnsweredComplaint(house, cast);
  await aResult();
  house.at('2027-01-04T01:00:00.000Z');
  taken(await openPeriodSheet(house, cast.appraisalAdmin, { period }));
  house.at('2027-01-18T01:00:00.000Z');
  taken(await closeObjections(house, cast.appraisalAdmin, { period }));
  taken(await publishSheet(house, cast.appraisalAdmin, { period }));
  taken(await freezeSheet(house, cast.appraisalAdmin, { period }));
});
afterEach(() => house.drop());

/** Every page that tells of the period, byte by byte; nothing is taken from what was read before. */
async function said(): Promise<Readonly<Record<string, string>>> {
  const afresh = { ...house, db: { ...house.db } };
  const rows: unknown[] = [];
  for await (const page of taken(await openDataset(afresh, { name: 'scoreboard' })).pages)
    rows.push(...page.filter((line) => 'period' in line && line.period === period));
  const { sheet, edition, samples } = taken(await readAppraisal(afresh, cast.leader, { period }));
  const { lateLines: _, ...own } = taken(
    await readScoreSheet(afresh, cast.head, { departmentId: cast.approvals, period }),
  );
  const { stretches, parts, partsEdition } = taken(
    await readTrends(afresh, cast.leader, { unit: 'quarter', at: period }),
  );
  const at = stretches.find(({ key }) => key === period);
  const trial = taken(await simulateLastPlace(afresh, cast.leader, { period }));
  const year = taken(await readYear(afresh, cast.leader, { year: '2026' }));
  return {
    ranking: JSON.stringify({ sheet, edition, samples }),
    year: JSON.stringify(year),
    own: JSON.stringify([own.department, own.lines, own.sum, own.adjustments]),
    indicator: JSON.stringify([own.indicator, own.base, own.bands, own.adjustmentCap, own.coefficient]),
    trends: JSON.stringify([at?.counts.calls_solved, at?.rates, at?.edition, partsEdition, parts[0]?.rates]),
    lastPlace: JSON.stringify(trial),
    scoreboard: JSON.stringify(taken(await readScoreboard(afresh, { period }))),
    published: JSON.stringify(taken(await readPublishedSheet(afresh, { period }))),
    openData: JSON.stringify(rows),
  };
}

describe('a frozen period', () => {
  it('says the same to the byte whatever is entered or decided later', async () => {
    const before = await said();
    const live = await composePeriod(house, period);
    // An empty list would be the same before and after.
    expect(JSON.parse(before['indicator'] ?? '')[0]).toMatchObject({ lines: [{ centipoints: 80_00 }] });
    expect(JSON.parse(before['trends'] ?? '')).toMatchObject([1, { composite: 1 }, 1, 1, { composite: 1 }]);
    await enterLate();
    await enterCallback();
    await decideOtherwise();
    await editTarget();
    await house.db.pool.query(
      `UPDATE department SET name = '改名局', active_to = '2026-12-01' WHERE id = $1`,
      [cast.construction],
    );
    await house.db.pool.query(`UPDATE supervision_item SET is_on_time = false`);
    expect(await composePeriod(house, period)).not.toEqual(live);
    expect(await said()).toEqual(before);
    const { lateLines } = taken(
      await readScoreSheet(house, cast.head, { departmentId: cast.approvals, period }),
    );
    expect(lateLines.map(({ centipoints }) => centipoints)).toEqual([-200]);
  });

  it('says what a restatement made of it, with its edition', async () => {
    const score = async () => {
      const { sheet, edition } = taken(await readAppraisal(house, cast.leader, { period }));
      return [edition, sheet.departments[0]?.accounts.supervision.centipoints];
    };
    expect(await score()).toEqual([1, 101_00]);
    await enterLate();
    expect(await score()).toEqual([1, 101_00]);
    const reason = '补记一次逾期。';
    taken(await proposeRestatement(house, cast.appraisalAdmin, { period, reason }));
    expect(await score()).toEqual([1, 101_00]);
    taken(await signRestatement(house, cast.leader, { period }));
    expect(await score()).toEqual([2, 99_00]);
    expect(taken(await readYear(house, cast.leader, { year: '2026' })).editions).toEqual([2]);
    expect(taken(await readScoreboard(house, { period })).edition).toBe(2);
    expect(taken(await readPublishedSheet(house, { period })).edition).toBe(2);
    const { openData } = await said();
    expect(JSON.parse(openData ?? '')).toMatchObject([
      { edition: 2 },
      { edition: 2 },
      { edition: 2 },
      { edition: 2 },
    ]);
    const own = taken(await readScoreSheet(house, cast.head, { departmentId: cast.approvals, period }));
    expect([own.sum, own.lines.length, own.lateLines.length]).toEqual([99_00, 2, 0]);
  });
});

it('counts afresh what is not frozen', async () => {
  house.at('2027-01-18T01:00:00.000Z');
  const now = taken(await readAppraisal(house, cast.leader, {}));
  expect([now.period, now.edition]).toEqual(['2027-Q1', null]);
  expect(taken(await readScoreboard(house, {})).edition).toBeNull();
});

/** A line of −2.00 for approvals, as a late event would leave it. */
async function enterLate(): Promise<void> {
  const item = await house.db.prisma.event.findFirstOrThrow({ where: { stream: 'supervision_item' } });
  const entries: readonly NewScoreEntry[] = [
    {
      ...{ id: house.newId(), at: house.now(), streamId: item.streamId, eventVersion: item.version },
      ...{ departmentId: cast.approvals, period, account: 'supervision', rule: 'late', centipoints: -200 },
      ...{ policyVersion: 'scoring-1', arithmetic: {}, ordinal: null, actor: { kind: 'system' } },
    },
  ];
  expect((await saveChange(house.db, { statements: [], entries })).ok).toBe(true);
}

async function enterCallback(): Promise<void> {
  const { rowCount } = await house.db.pool.query(
    `UPDATE callback SET is_solved = false, satisfaction = 'very_dissatisfied'`,
  );
  expect(rowCount).toBe(1);
}

let indicatorId: string;

const definition = (target: string) => ({
  ...{ year: '2026', name: '规模以上工业增加值增速', category: 'economic_development', unit: '%' },
  ...{ direction: 'up', rhythm: 'quarter', base: '6', target, stretch: '', method: 'linear' },
  ...{ dataSource: '统计月报', origin: 'own', basis: '' },
  owners: [{ departmentId: cast.approvals, weight: '100' }],
});

/** An indicator of approvals with a result in December, confirmed. */
async function aResult(): Promise<void> {
  ({ indicatorId } = taken(await draftIndicator(house, cast.appraisalAdmin, definition('10'))));
  taken(await publishIndicators(house, cast.appraisalAdmin, { year: '2026' }));
  house.at('2027-01-04T00:30:00.000Z');
  const result = { indicatorId, month: '2026-12', value: '8', evidence: '统计月报第12期' };
  taken(await enterResult(house, cast.appraisalAdmin, result));
  const { results } = taken(await readIndicator(house, cast.leader, { indicatorId }));
  taken(await confirmResults(house, cast.leader, { results: [`${indicatorId}:${results[0]?.id}`] }));
}

/** Another target for the same year, which moves the points of a result there is. */
async function editTarget(): Promise<void> {
  const edited = { indicatorId, ...definition('12'), reason: '市级目标上调' };
  taken(await editIndicator(house, cast.appraisalAdmin, edited));
  taken(await publishIndicators(house, cast.appraisalAdmin, { year: '2026' }));
}

/** Versions that hold for the days of the period, as none can be published: the freeze has to keep them out by itself. */
async function decideOtherwise(): Promise<void> {
  const effectiveFrom = new Date('2026-10-01');
  const version = (kind: string, data: object) =>
    house.db.prisma.policy.create({
      data: {
        ...{ kind, version: `${kind}-9`, status: 'published', effectiveFrom, source: 'test' },
        ...{ data: { ...data, version: `${kind}-9` }, createdAt: house.now() },
      },
    });
  await version('pay', { ...DEFAULT_PAY, lastPlace: { isOn: true, leastGroup: 2 } });
  await version('scoring', { ...DEFAULT_SCORING, supervisionBase: 50_00 });
  await version('open_data', { ...DEFAULT_OPEN_DATA, leastCell: 1 });
  const weights = { indicator: 0, supervision: 10, satisfaction: 90 };
  await version('appraisal', { ...DEFAULT_APPRAISAL, weights });
}
