import { afterAll, beforeAll, expect, it } from 'vitest';
import { castPeople, type Cast } from '../../supervision/testing/cast.ts';
import { refusalOf, taken } from '../../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { confirmResults } from './confirm-results.ts';
import { draftIndicator } from './draft-indicator.ts';
import { enterResult } from './enter-result.ts';
import { indicatorAccounts } from './indicator-account.ts';
import { publishIndicators } from './publish-indicators.ts';
import { readIndicator } from './read-indicator.ts';

let house: TestHouse;
let cast: Cast;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
afterAll(() => house.drop());

const Q3 = { id: '2026-Q3', firstDay: '2026-07-01', lastDay: '2026-09-30' };
const draft = (given: object) =>
  draftIndicator(house, cast.appraisalAdmin, {
    ...{ year: '2026', name: '单位能耗增幅', category: 'economic_development', unit: '%' },
    ...{ direction: 'up', rhythm: 'month', stretch: '', method: 'linear' },
    ...{ dataSource: '统计月报', origin: 'own', basis: '' },
    owners: [{ departmentId: cast.approvals, weight: '50' }],
    ...given,
  });

it('refuses a target of zero or below that nothing can be measured against', async () => {
  expect(refusalOf(await draft({ base: '', target: '0' }))).toBe('indicator_base_missing');
  expect(refusalOf(await draft({ base: '-3', target: '-5' }))).toBe('indicator_values_disordered');
  expect(refusalOf(await draft({ base: '-5', target: '-3', direction: 'down' }))).toBe(
    'indicator_values_disordered',
  );
  expect(refusalOf(await draft({ base: '-4', target: '0', stretch: '0' }))).toBe(
    'indicator_values_disordered',
  );
  expect(await draft({ base: '0', target: '--5' })).toMatchObject({ fields: { target: 'not_a_number' } });
});

it('scores by distance from the base where the target is zero, or below', async () => {
  const zero = taken(await draft({ base: '-4', target: '0' })).indicatorId;
  const below = taken(await draft({ name: '亏损额', base: '-10', target: '-5' })).indicatorId;
  taken(await publishIndicators(house, cast.appraisalAdmin, { year: '2026' }));
  for (const [indicatorId, value] of [
    [zero, '-1'],
    [below, '-7.5'],
  ] as const) {
    const month = { indicatorId, month: '2026-09', value, evidence: '统计月报第9期' };
    taken(await enterResult(house, cast.appraisalAdmin, month));
    const { results } = taken(await readIndicator(house, cast.leader, { indicatorId }));
    taken(await confirmResults(house, cast.leader, { results: [`${indicatorId}:${results[0]?.id}`] }));
  }
  const account = (await indicatorAccounts(house, Q3)).get(cast.approvals);
  expect(account?.centipoints).toBe(85_00);
  const points = account?.lines.map(({ resultText, centipoints }) => `${resultText}: ${centipoints}`);
  expect(points?.toSorted()).toEqual(['-1 %: 9000', '-7.5 %: 8000']);
});
