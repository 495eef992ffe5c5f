import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { assessCooperation } from '../assess-cooperation.ts';
import { readItem } from '../read-item.ts';
import { castPeople, type Cast } from '../testing/cast.ts';
import { anItemBeingVerified, refusalOf, taken } from '../testing/stages.ts';
import { readCooperation } from './read-cooperation.ts';

let house: TestHouse;
let cast: Cast;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
beforeEach(() => house.at('2026-10-12T01:00:00.000Z'));
afterAll(() => house.drop());

it('lets either side read the other only when both have written, and counts by quarter', async () => {
  const { itemId } = await anItemBeingVerified(house, cast);
  const said = { itemId, aboutId: cast.construction, level: 'poor', text: '三次催办后才到场' };
  expect(await assessCooperation(house, cast.officer, { ...said, text: '' })).toMatchObject({
    fields: { text: 'required' },
  });
  expect(refusalOf(await assessCooperation(house, cast.triage, said))).toBe('not_authorised');
  taken(await assessCooperation(house, cast.officer, said));
  expect(refusalOf(await assessCooperation(house, cast.officer, said))).toBe('assessed_already');
  const theirs = async () => taken(await readItem(house, cast.cooperatingOfficer, { itemId }));
  const blind = await theirs();
  expect(blind.cooperation).toMatchObject({ assessments: [], toAssess: [{ id: cast.approvals }] });
  expect(JSON.stringify(blind)).not.toContain('三次催办后才到场');
  expect(taken(await readItem(house, cast.triage, { itemId })).cooperation.assessments).toHaveLength(1);
  taken(
    await assessCooperation(house, cast.cooperatingOfficer, {
      itemId,
      aboutId: cast.approvals,
      level: 'good',
    }),
  );
  expect(JSON.stringify(await theirs())).toContain('三次催办后才到场');
  const { lines, periods } = taken(await readCooperation(house, cast.leader, {}));
  expect(periods).toEqual(['2026-Q4']);
  expect(lines.find(({ id }) => id === cast.construction)?.sides).toEqual({
    whistle: { good: 0, adequate: 0, poor: 0 },
    report: { good: 0, adequate: 0, poor: 1 },
  });
  const own = taken(await readCooperation(house, cast.cooperatingOfficer, { period: '2026-Q4' }));
  expect(own.lines.map(({ id }) => id)).toEqual([cast.construction]);
  expect(refusalOf(await readCooperation(house, cast.clerk, {}))).toBe('not_found');
  expect(await readCooperation(house, cast.leader, { period: '2031-Q1' })).toMatchObject({
    fields: { period: 'not_a_choice' },
  });
});
