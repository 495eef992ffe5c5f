import { calendarOf, listIndicators } from '@bihuan/api';
import { openTestHouse, type TestHouse } from '@bihuan/api/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openOfficeHours } from './office-hours.ts';
import { settleZone } from './settle-zone.ts';
import { showIndicators } from './show-indicators.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.drop());

it('shows a year of indicators with every light, results to confirm, and an item from a red one', async () => {
  house.at('2026-04-01T00:00:00.000Z');
  const zone = await settleZone(house);
  const hours = openOfficeHours(await calendarOf(house), '2026-04-01', '2026-11-27');
  house.at('2026-11-27T02:30:00.000Z');
  await showIndicators(house, zone, hours, '2026-04-01');
  const [leader] = zone.people('leader');
  const listed = leader && (await listIndicators(house, leader, { year: '2026' }));
  if (!listed?.ok) throw new Error('the leader sees no indicators');
  const { rows, lights, weights, waiting, drafts } = listed.value;
  expect(rows).toHaveLength(17);
  expect(rows.filter(({ isTaskFromAbove }) => isTaskFromAbove)).toHaveLength(3);
  expect(lights).toEqual({ green: 9, yellow: 4, red: 4, none: 0 });
  expect(weights.map(({ published }) => published)).toEqual(Array.from({ length: 14 }, () => 100));
  expect(waiting).toHaveLength(3);
  expect(drafts).toBe(1);
  expect(rows.filter(({ item }) => item !== null).map(({ name }) => name)).toEqual(['雨污分流改造完成率']);
});
