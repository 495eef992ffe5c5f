import { publishPolicy, replayRows } from '@bihuan/db';
import { DEFAULT_PERIODS } from '@bihuan/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordCallback } from '../complaint/record-callback.ts';
import { forgetRules } from '../policy/rules-in-force.ts';
import { fileFinding } from '../supervision/file-finding.ts';
import { strikeOff } from '../supervision/strike-off.ts';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { anItemBeingVerified, taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { composePeriod } from './compose-period.ts';
import { periodsSoFar, presentPeriod } from './periods.ts';

let house: TestHouse;
let cast: Cast;

beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  const from19th = { ...DEFAULT_PERIODS, version: 'periods-2', closingDay: 18 };
  await publishPolicy(house.db, 'periods', from19th, '2026-10-01', '季度按19日至次季18日', house.now());
  forgetRules(house);
});
afterAll(() => house.drop());

it('bounds lines, callbacks and sheets by the rule: 20 December lies in the first quarter of 2027', async () => {
  house.at('2026-12-21T02:00:00.000Z');
  expect(await presentPeriod(house)).toEqual({
    id: '2027-Q1',
    firstDay: '2026-12-19',
    lastDay: '2027-03-18',
  });
  const { itemId, complaintId } = await anItemBeingVerified(house, cast);
  taken(
    await fileFinding(house, cast.inspector, { itemId, part: 'A', isResolved: true, text: '到现场看过' }),
  );
  const answers = { outcome: 'valid', contacted: true, solved: true, satisfaction: 'satisfied' };
  taken(await recordCallback(house, cast.clerk, { complaintId, ...answers }));
  taken(await strikeOff(house, cast.triage, { itemId }));
  const [inNext] = (await composePeriod(house, '2027-Q1')).departments;
  expect(inNext).toMatchObject({ callbacks: { valid: 1 }, accounts: { supervision: { lines: 1 } } });
  const [inLast] = (await composePeriod(house, '2026-Q4')).departments;
  expect(inLast).toMatchObject({ callbacks: { valid: 0 }, accounts: { supervision: { lines: 0 } } });
  expect((await periodsSoFar(house)).map(({ id }) => id)).toEqual(['2027-Q1']);
  expect((await replayRows(house.db)).differences).toEqual([]);
});
