import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { anAssignedItem, refusalOf, taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { leavePresence, markPresence } from './mark-presence.ts';

let house: TestHouse;
let cast: Cast;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
afterAll(() => house.drop());

describe('who is there', () => {
  it('is told to whoever else has the case open, until the page is closed or silent', async () => {
    const { itemId: id, complaintId } = await anAssignedItem(house, cast);
    const about = 'item';
    expect(taken(await markPresence(house, cast.officer, { about, id, isEditing: true }))).toEqual([]);
    const officer = { name: 'officer', department: '行政审批局', departmentEn: 'D01', isEditing: true };
    expect(taken(await markPresence(house, cast.triage, { about, id }))).toEqual([officer]);
    expect(taken(await markPresence(house, cast.officer, { about, id }))).toMatchObject([
      { name: 'triage', isEditing: false },
    ]);
    taken(await leavePresence(house, cast.officer, { about, id }));
    expect(taken(await markPresence(house, cast.triage, { about, id }))).toEqual([]);
    taken(await markPresence(house, cast.officer, { about, id }));
    house.at('2026-10-12T01:00:46.000Z');
    expect(taken(await markPresence(house, cast.triage, { about, id }))).toEqual([]);
    // The complaint is another page.
    expect(taken(await markPresence(house, cast.triage, { about: 'complaint', id: complaintId }))).toEqual(
      [],
    );
  });

  it('is not told to somebody who may not see the case', async () => {
    const { itemId: id, complaintId } = await anAssignedItem(house, cast);
    expect(refusalOf(await markPresence(house, cast.strangerOfficer, { about: 'item', id }))).toBe(
      'not_found',
    );
    const complaint = { about: 'complaint', id: complaintId };
    expect(refusalOf(await markPresence(house, cast.strangerOfficer, complaint))).toBe('not_found');
  });
});
