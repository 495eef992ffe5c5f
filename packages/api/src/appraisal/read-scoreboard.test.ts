import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAnsweredComplaint } from '../complaint/testing/answered.ts';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { anAssignedItem, taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { readMonth } from './read-month.ts';
import { readScoreboard } from './read-scoreboard.ts';

let house: TestHouse;
let cast: Cast;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
afterAll(() => house.drop());

describe('readScoreboard', () => {
  it('says no sample, not zero, before the first callback', async () => {
    const { period, periods, departments, zone } = taken(await readScoreboard(house, {}));
    expect({ period, periods }).toEqual({ period: '2026-Q4', periods: ['2026-Q4'] });
    expect(departments.map(({ name }) => name)).toEqual(['行政审批局', '建设局', '城管局']);
    expect(departments.map(({ rates }) => rates)).toEqual([null, null, null]);
    expect(zone).toMatchObject({ rates: null, isSmallSample: false, callbacks: { valid: 0 } });
  });

  it('counts the list, strike-offs and valid callbacks of the lead department', async () => {
    await anAnsweredComplaint(house, cast);
    await anAssignedItem(house, cast);
    const [lead, cooperating] = taken(await readScoreboard(house, { period: '2026-Q4' })).departments;
    expect(lead).toMatchObject({
      underSupervision: 1,
      struckOffOnTime: 1,
      struckOffLate: 0,
      callbacks: { valid: 1, contacted: 1, solved: 1, satisfied: 1, basicallySatisfied: 0 },
      isSmallSample: true,
    });
    expect(lead?.rates?.resolution.value).toBe(1);
    expect(lead?.rates?.resolution.low).toBeCloseTo(0.2065, 4);
    expect(cooperating).toMatchObject({ underSupervision: 0, struckOffOnTime: 0, rates: null });
  });

  it('keeps strike-offs of other quarters apart and lists the quarters with data', async () => {
    house.at('2027-01-04T01:00:00.000Z');
    const now = taken(await readScoreboard(house, {}));
    expect(now.periods).toEqual(['2027-Q1', '2026-Q4']);
    expect(now.zone).toMatchObject({ underSupervision: 1, struckOffOnTime: 0, rates: null });
    const before = taken(await readScoreboard(house, { period: '2026-Q4' }));
    expect(before.zone).toMatchObject({ struckOffOnTime: 1, callbacks: { valid: 1 } });
    house.at('2026-10-12T01:00:00.000Z');
  });

  it('sends a quarter without data back', async () => {
    expect(await readScoreboard(house, { period: '1999-Q4' })).toEqual({
      ok: false,
      kind: 'bad_input',
      fields: { period: 'not_a_choice' },
    });
  });
});

describe('readMonth', () => {
  it('counts from the first of the month in Shanghai and holds one single callback back', async () => {
    expect(await readMonth(house)).toEqual({
      month: '2026-10',
      filed: 2,
      struckOff: 1,
      struckOffOnTime: 1,
      callbacks: null,
    });
    house.at('2026-10-31T16:00:00.000Z');
    expect(await readMonth(house)).toMatchObject({
      month: '2026-11',
      filed: 0,
      struckOff: 0,
      callbacks: { valid: 0, solved: 0 },
    });
  });
});
