import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { castPeople, type Cast } from './testing/cast.ts';
import { anAcceptedComplaint, anAssignedItem, refusalOf, taken } from './testing/stages.ts';
import { readCoverage } from './read-coverage.ts';

let house: TestHouse;
let cast: Cast;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
afterAll(() => house.drop());

const gaps = async () =>
  taken(await readCoverage(house, cast.triage)).lines.map(({ id, gaps: found }) => [
    id,
    found.map(({ reason }) => reason),
  ]);

describe('coverage', () => {
  it('is complete where everything has an owner and a date', async () => {
    await anAcceptedComplaint(house, cast);
    await anAssignedItem(house, cast);
    expect(await gaps()).toEqual([]);
  });

  it('lists an item whose department nobody is left in', async () => {
    const { itemId } = await anAssignedItem(house, cast);
    const where = { id: { in: [cast.officer.staffId, cast.head.staffId] } };
    await house.db.prisma.staff.updateMany({ where, data: { isActive: false } });
    expect(await gaps()).toContainEqual([itemId, ['department_without_staff']]);
    await house.db.prisma.staff.updateMany({ where, data: { isActive: true } });
    expect(await gaps()).toEqual([]);
  });

  it('is shown to those who can do something about it', async () => {
    expect(refusalOf(await readCoverage(house, cast.officer))).toBe('not_found');
    expect((await readCoverage(house, cast.auditor)).ok).toBe(true);
  });
});
