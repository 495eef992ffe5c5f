import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { completeMeasure } from './complete-measure.ts';
import { readItem } from './read-item.ts';
import { signItem } from './sign-item.ts';
import { castPeople, type Cast } from './testing/cast.ts';
import { anAssignedItem, measureIds, refusalOf, taken } from './testing/stages.ts';

let house: TestHouse;
let cast: Cast;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
afterAll(() => house.drop());

it('offers a late measure for completion, and takes it with a reason alone', async () => {
  house.at('2026-10-12T01:00:00.000Z');
  const { itemId } = await anAssignedItem(house, cast);
  taken(await signItem(house, cast.officer, { itemId }));
  house.at('2026-10-19T01:00:00.000Z');
  const officer = cast.cooperatingOfficer;
  const page = taken(await readItem(house, officer, { itemId }));
  expect(page.actions.find(({ action }) => action === 'complete_measure')).toMatchObject({ refusal: null });
  const [, measureId] = await measureIds(house, itemId);
  const done = { itemId, measureId, evidence: '许可材料核对表' };
  expect(refusalOf(await completeMeasure(house, officer, done))).toBe('explanation_needed');
  taken(await completeMeasure(house, officer, { ...done, explanation: '原始档案调取用时三天' }));
  const after = taken(await readItem(house, officer, { itemId }));
  expect(after.measures[1]).toMatchObject({ explanation: '原始档案调取用时三天' });
});
