import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { actOnItems, sharedActsFor } from './act-on-items.ts';
import { listItems } from './list-items.ts';
import { castPeople, type Cast } from './testing/cast.ts';
import { anAssignedItem, refusalOf, taken } from './testing/stages.ts';

let house: TestHouse;
let cast: Cast;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  for (let count = 0; count < 3; count += 1) await anAssignedItem(house, cast);
});
afterAll(() => house.drop());

const shown = async () =>
  taken(await listItems(house, cast.triage, {})).lines.map(({ id, version }) => `${id}:${version}`);
const statuses = async () =>
  taken(await listItems(house, cast.triage, {}))
    .lines.map(({ status }) => status)
    .sort();

it('does each as of what was shown, and says of each what became of it', async () => {
  const [first = '', second = '', third = ''] = await shown();
  const stale = `${third.slice(0, 36)}:1`;
  const unknown = `${house.newId()}:1`;
  const chosen = [first, second, stale, unknown];
  const { act, items } = taken(await actOnItems(house, cast.officer, { act: 'sign', chosen }));
  expect(act).toBe('sign');
  expect(items.map(({ refusal }) => refusal?.code ?? null)).toEqual([null, null, 'stale', 'not_found']);
  expect(items.map(({ number }) => number.startsWith('DB-'))).toEqual([true, true, true, false]);
  expect(await statuses()).toEqual(['assigned', 'signed', 'signed']);
  // Sent once more it does nothing.
  const again = taken(await actOnItems(house, cast.officer, { act: 'sign', chosen: [first] }));
  expect(again.items.map(({ refusal }) => refusal?.code)).toEqual(['stale']);
});

it('asks the authority of each, and hides what is not for this person', async () => {
  const [first = ''] = await shown();
  const hidden = taken(await actOnItems(house, cast.strangerOfficer, { act: 'sign', chosen: [first] }));
  expect(hidden.items).toEqual([{ itemId: first.slice(0, 36), number: '', refusal: { code: 'not_found' } }]);
  const suspend = { act: 'suspend', reason: '等上级规划', reviewOn: '2026-11-02', chosen: [first] };
  expect(await actOnItems(house, cast.officer, suspend)).toMatchObject({ fields: { act: 'not_a_choice' } });
  expect(refusalOf(await actOnItems(house, cast.clerk, suspend))).toBe('not_found');
  expect(sharedActsFor(cast.auditor)).toEqual([]);
  expect(sharedActsFor(cast.leader)).toEqual(['suspend', 'resume']);
});

it('does nothing at all where what was typed is wrong', async () => {
  const chosen = await shown();
  const before = await statuses();
  const tries = [
    [
      { act: 'suspend', chosen, reason: '', reviewOn: 'soon' },
      { reason: 'required', reviewOn: 'not_a_date' },
    ],
    [{ act: 'sing', chosen }, { act: 'not_a_choice' }],
    [{ act: 'suspend', reason: '等上级规划', reviewOn: '2026-11-02' }, { chosen: 'required' }],
    [{ act: 'suspend', chosen: ['7'] }, { 'chosen.0': 'malformed' }],
    [{ act: 'suspend', chosen: Array<string>(101).fill(chosen[0] ?? '') }, { chosen: 'out_of_range' }],
  ] as const;
  for (const [form, fields] of tries)
    expect(await actOnItems(house, cast.leader, form)).toEqual({ ok: false, kind: 'bad_input', fields });
  expect(await statuses()).toEqual(before);
  const suspend = { act: 'suspend', chosen, reason: '等上级规划', reviewOn: '2026-11-02' };
  const { items } = taken(await actOnItems(house, cast.leader, suspend));
  expect(items.filter(({ refusal }) => refusal === null)).toHaveLength(3);
  expect(await statuses()).toEqual(['suspended', 'suspended', 'suspended']);
});
