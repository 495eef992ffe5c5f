import { readInbox } from '../../complaint/read-inbox.ts';
import { replayRows, saveChange, verifyChains, type NewScoreEntry } from '@bihuan/db';
import { DEFAULT_PAY, type Actor } from '@bihuan/domain';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { castPeople, type Cast } from '../../supervision/testing/cast.ts';
import { anAcceptedComplaint, refusalOf, taken } from '../../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { readAppraisal } from '../read-appraisal.ts';
import { closeObjections } from '../sheet/close-objections.ts';
import { freezeSheet } from '../sheet/freeze-sheet.ts';
import { openPeriodSheet } from '../sheet/open-sheet.ts';
import { publishSheet } from '../sheet/publish-sheet.ts';
import { readPeriodSheet } from '../sheet/read-period-sheet.ts';
import { proposeRestatement, signRestatement } from '../sheet/restate-sheet.ts';
import { listNotices } from '../../notification/list-notices.ts';
import { drainNotices } from '../../notification/testing/drain-notices.ts';
import { proposeLastPlace } from './propose-last-place.ts';
import { dropLastPlace, signLastPlace } from './settle-last-place.ts';
import { simulateLastPlace } from './simulate-last-place.ts';

const period = '2026-Q3';
const reason = '两部门得分相同，上季度得分较低的取消绩效。';

let house: TestHouse;
let cast: Cast;

/** Approvals and construction have lost two points each, the third department none. The quarter is over. */
beforeEach(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  house.at('2026-09-01T01:00:00.000Z');
  await anAcceptedComplaint(house, cast);
  house.at('2026-09-30T01:00:00.000Z');
  await enter(cast.approvals, -2_00);
  await enter(cast.construction, -2_00);
});
afterEach(() => house.drop());

async function enter(departmentId: string, centipoints: number): Promise<void> {
  const entries: readonly NewScoreEntry[] = [
    {
      ...{ id: house.newId(), at: house.now(), streamId: house.newId(), eventVersion: 1 },
      ...{ departmentId, period, account: 'supervision', rule: 'late', centipoints },
      ...{ policyVersion: 'scoring-1', arithmetic: {}, ordinal: null, actor: { kind: 'system' } },
    },
  ];
  expect((await saveChange(house.db, { statements: [], entries })).ok).toBe(true);
}

async function turnedOn(): Promise<void> {
  const lastPlace = { isOn: true, leastGroup: 3, simulatedPeriod: '2026-Q2', sampleNote: '样本充足。' };
  await house.db.prisma.policy.create({
    data: {
      ...{ kind: 'pay', version: 'pay-2', status: 'published', source: 'test' },
      ...{ effectiveFrom: new Date('2026-07-01'), data: { ...DEFAULT_PAY, version: 'pay-2', lastPlace } },
      createdAt: house.now(),
    },
  });
}

async function decided(): Promise<void> {
  house.at('2026-10-08T01:00:00.000Z');
  taken(await openPeriodSheet(house, cast.appraisalAdmin, { period }));
  house.at('2026-10-16T01:00:00.000Z');
  taken(await closeObjections(house, cast.appraisalAdmin, { period }));
}

async function bell(person: Cast['leader']) {
  await drainNotices(house);
  return taken(await listNotices(house, person, {})).notices.map(({ event }) => event);
}

const propose = (zeroIds: readonly string[], actor: Actor = cast.appraisalAdmin) =>
  proposeLastPlace(house, actor, { period, groupId: '', zeroIds, reason });
const sign = (actor: Actor = cast.leader) => signLastPlace(house, actor, { period, groupId: '' });
const publish = () => publishSheet(house, cast.appraisalAdmin, { period });
const factors = async () =>
  (await readPeriodSheetOf()).snapshot.sheet.departments.map(({ code, payFactor }) => [code, payFactor]);
const readPeriodSheetOf = async () => taken(await readPeriodSheet(house, cast.leader, { period }));
const trial = async () => taken(await simulateLastPlace(house, cast.leader, { period }));

it('takes nothing and asks nothing while the rule is off', async () => {
  await decided();
  expect(refusalOf(await propose([cast.approvals]))).toBe('last_place_nobody');
  taken(await publish());
  taken(await freezeSheet(house, cast.appraisalAdmin, { period }));
  expect(await factors()).toEqual([
    ['D01', 980_000],
    ['D02', 980_000],
    ['D03', 1_000_000],
  ]);
  expect(await trial()).toMatchObject({ isOn: false, places: [{ outcome: 'tied', steps: [] }] });
});

it('lets a person decide a tie in writing, another sign, and then publishes', async () => {
  await turnedOn();
  expect((await trial()).places[0]?.steps).toEqual([]);
  await decided();
  expect(refusalOf(await publish())).toBe('last_place_undecided');
  expect(await readPeriodSheetOf()).toMatchObject({ undecidedLast: 2 });
  expect(
    await proposeLastPlace(house, cast.appraisalAdmin, { period, groupId: '', reason: '' }),
  ).toMatchObject({ fields: { reason: 'required' } });
  expect(await propose([cast.stranger])).toMatchObject({ fields: { zeroIds: 'not_a_choice' } });
  expect(refusalOf(await propose([], cast.leader))).toBe('not_authorised');
  expect(refusalOf(await propose([], cast.clerk))).toBe('not_found');
  expect(refusalOf(await sign())).toBe('last_place_not_proposed');
  taken(await propose([cast.approvals]));
  expect(refusalOf(await publish())).toBe('last_place_undecided');
  expect(refusalOf(await sign(cast.appraisalAdmin))).toBe('sheet_same_signer');
  const ofApprovals = { ...cast.leader, departmentId: cast.approvals } as Actor;
  expect(refusalOf(await sign(ofApprovals))).toBe('last_place_concerned');
  expect(await trial()).toMatchObject({
    places: [{ rulings: [{ reason, proposedBy: 'appraisal', signed: null }] }],
  });
  const inbox = async (actor: Actor) =>
    taken(await readInbox(house, actor)).flatMap(({ about, kind }) => (about === 'sheet' ? [kind] : []));
  expect(await inbox(cast.leader)).toEqual(['last_places']);
  expect(await inbox(cast.appraisalAdmin)).toEqual(['sheet_steps']);
  taken(await sign());
  expect(await inbox(cast.leader)).toEqual([]);
  taken(await publish());
  expect(await factors()).toEqual([
    ['D01', 0],
    ['D02', 980_000],
    ['D03', 1_000_000],
  ]);
  taken(await freezeSheet(house, cast.appraisalAdmin, { period }));
  expect((await verifyChains(house.db)).faults).toEqual([]);
  expect(
    (await replayRows(house.db)).differences.filter(
      ({ table }) => table !== 'score_entry' && table !== 'score_balance',
    ),
  ).toEqual([]);
});

it('sends a proposal back, and signs none for those who are last no more', async () => {
  await turnedOn();
  await decided();
  taken(await propose([cast.approvals]));
  expect(await bell(cast.leader)).toContain('last_place_proposed');
  expect(await bell(cast.appraisalAdmin)).not.toContain('last_place_proposed');
  taken(await dropLastPlace(house, cast.leader, { period, groupId: '', reason: '请再核对上季度得分。' }));
  expect(await bell(cast.appraisalAdmin)).toContain('last_place_settled');
  expect(await bell(cast.leader)).not.toContain('last_place_settled');
  expect(refusalOf(await sign())).toBe('last_place_not_proposed');
  taken(await propose([]));
  await enter(cast.construction, -1_00);
  expect(refusalOf(await sign())).toBe('last_place_changed');
  taken(await propose([]));
  taken(await sign());
  expect(await trial()).toMatchObject({
    places: [
      {
        departmentIds: [cast.construction],
        // Without a valid callback a single last place is left to a person as well, who spared it.
        outcome: 'small_sample',
        rulings: [{ departmentIds: [cast.construction], zeroIds: [], signed: { by: 'leader' } }],
      },
    ],
  });
  taken(await publish());
  expect(await factors()).toContainEqual(['D02', 970_000]);
});

it('simulates a frozen period on what was frozen, and restates it only with a ruling', async () => {
  await turnedOn();
  await decided();
  taken(await propose([cast.construction]));
  taken(await sign());
  taken(await publish());
  taken(await freezeSheet(house, cast.appraisalAdmin, { period }));
  const frozen = await trial();
  expect(frozen).toMatchObject({
    edition: 1,
    places: [{ departmentIds: [cast.approvals, cast.construction] }],
  });
  expect(frozen.places[0]?.departments.map(({ now }) => now.payFactor)).toEqual([980_000, 980_000]);
  await enter(cast.stranger, -9_00);
  expect((await trial()).places[0]?.departmentIds).toEqual([cast.approvals, cast.construction]);
  const { sheet } = taken(await readAppraisal(house, cast.leader, { period }));
  expect(sheet.departments.map(({ payFactor }) => payFactor)).toEqual([980_000, 0, 1_000_000]);

  const restate = () => proposeRestatement(house, cast.appraisalAdmin, { period, reason: '补记逾期。' });
  expect(refusalOf(await restate())).toBe('last_place_undecided');
  taken(await propose([cast.stranger]));
  taken(await sign());
  taken(await restate());
  taken(await signRestatement(house, cast.leader, { period }));
  expect(await factors()).toEqual([
    ['D01', 980_000],
    ['D02', 980_000],
    ['D03', 0],
  ]);
  expect(await trial()).toMatchObject({ edition: 2, places: [{ departmentIds: [cast.stranger] }] });
});
