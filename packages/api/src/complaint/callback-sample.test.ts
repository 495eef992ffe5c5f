import { createHash } from 'node:crypto';
import { publishPolicy } from '@bihuan/db';
import { DEFAULT_CALLBACKS } from '@bihuan/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readScoreboard } from '../appraisal/read-scoreboard.ts';
import { forgetRules } from '../policy/rules-in-force.ts';
import { fileFinding } from '../supervision/file-finding.ts';
import { strikeOff } from '../supervision/strike-off.ts';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { anItemBeingVerified, refusalOf, taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { listCallbacks } from './list-callbacks.ts';
import { readCallback } from './read-callback.ts';
import { recordCallback } from './record-callback.ts';

const SEED = 'stated-before-october';
let house: TestHouse;
let cast: Cast;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
afterAll(() => house.drop());

const VALID = { outcome: 'valid', contacted: true, solved: true, satisfaction: 'satisfied' };

/** Drawn as anybody can draw it again: the first 32 bits of the hash, below half of what they may be. */
function isDrawn(complaintId: string): boolean {
  const text = `${SEED}|${cast.approvals}|2026-10|${complaintId}`;
  return createHash('sha256').update(text).digest('hex').slice(0, 8) < '80000000';
}

it('calls every case where nothing else is published', async () => {
  const { complaintId } = await anItemBeingVerified(house, cast);
  expect(taken(await listCallbacks(house, cast.clerk))).toMatchObject([{ complaintId, because: 'all' }]);
  expect(taken(await readScoreboard(house, {})).zone.sample).toBeNull();
  taken(await recordCallback(house, cast.clerk, { complaintId, ...VALID }));
});

it('draws by the seed alone, has an assessor look at the others, and tells sample and population', async () => {
  const policy = {
    ...DEFAULT_CALLBACKS,
    version: 'callbacks-2',
    mode: 'sample',
    percent: 50,
    seed: SEED,
  } as const;
  await publishPolicy(house.db, 'callbacks', policy, '2026-10-01', '试点方案', house.now());
  forgetRules(house);
  const items = [];
  for (let count = 0; count < 12; count += 1) items.push(await anItemBeingVerified(house, cast));
  const drawn = items.filter(({ complaintId }) => isDrawn(complaintId));
  const others = items.filter(({ complaintId }) => !isDrawn(complaintId));
  expect([drawn.length > 0, others.length > 0]).toEqual([true, true]);
  const listed = taken(await listCallbacks(house, cast.clerk));
  expect(listed.map(({ complaintId }) => complaintId).sort()).toEqual(
    drawn.map(({ complaintId }) => complaintId).sort(),
  );
  expect(new Set(listed.map(({ because }) => because))).toEqual(new Set(['drawn']));

  const [other] = others;
  const complaintId = other?.complaintId ?? '';
  const itemId = other?.itemId ?? '';
  expect(refusalOf(await recordCallback(house, cast.clerk, { complaintId, ...VALID }))).toBe('not_in_sample');
  expect(taken(await readCallback(house, cast.clerk, { complaintId })).refusal).toEqual({
    code: 'not_in_sample',
  });
  taken(
    await fileFinding(house, cast.inspector, { itemId, part: 'A', isResolved: true, text: '现场核对属实' }),
  );
  const corroboration = { part: 'B', isResolved: true, text: '查阅办理台账，情况属实' };
  taken(await fileFinding(house, cast.assessor, { itemId, ...corroboration }));
  taken(await strikeOff(house, cast.triage, { itemId }));

  const [one] = drawn;
  const first = await fileFinding(house, cast.assessor, { itemId: one?.itemId, ...corroboration });
  expect(refusalOf(first)).toBe('callback_first');
  const board = taken(await readScoreboard(house, {}));
  const sample = { called: drawn.length + (isDrawn(await firstId()) ? 1 : 0), population: 13 };
  expect(board.zone.sample).toEqual(sample);
  expect(board.departments.find(({ id }) => id === cast.approvals)?.sample).toEqual(sample);
  expect(board.departments.find(({ id }) => id === cast.construction)?.sample).toEqual({
    called: 0,
    population: 0,
  });
});

/** The case verified before the sample was published for the month it was verified in. */
async function firstId(): Promise<string> {
  const { rows } = await house.db.pool.query<{ id: string }>(
    "SELECT complaint_id AS id FROM callback WHERE outcome = 'valid'",
  );
  return rows[0]?.id ?? '';
}
