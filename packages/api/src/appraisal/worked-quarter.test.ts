import { saveChange, type NewScoreEntry } from '@bihuan/db';
import type { AccountSum, ScoringRule } from '@bihuan/domain';
import { lastPlaces } from '@bihuan/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { anItemBeingVerified } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { composePeriodUnder, policiesOfPeriod } from './compose-period.ts';

const PERIOD = '2026-Q3';
const GARDENS = '11111111-1111-4111-8111-111111111111';

let house: TestHouse;
let cast: Cast;
let complaintId: string;
let ordinal = 100;

beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  ({ complaintId } = await anItemBeingVerified(house, cast));
  await house.db.prisma.department.create({
    data: {
      ...{ id: GARDENS, code: 'D04', name: '园林中心', nameEn: 'D04', kind: 'department' },
      ...{ activeFrom: new Date('2026-01-01'), activeTo: new Date('2026-09-01') },
      successorId: cast.construction,
    },
  });
});
afterAll(() => house.drop());

async function enter(
  departmentId: string,
  lines: readonly (readonly [ScoringRule, number])[],
): Promise<void> {
  let onTime = 0;
  const entries = lines.map(([rule, centipoints]): NewScoreEntry => {
    if (rule === 'struck_off_on_time') onTime += 1;
    const isAdjustment = rule === 'bonus' || rule === 'deduction';
    return {
      ...{ id: house.newId(), at: '2026-08-03T02:00:00.000Z', departmentId, period: PERIOD },
      ...{ account: isAdjustment ? 'adjustment' : 'supervision', rule, centipoints, arithmetic: {} },
      ...{ policyVersion: 'scoring-1', ordinal: rule === 'struck_off_on_time' ? onTime : null },
      ...{ streamId: house.newId(), eventVersion: 1, actor: { kind: 'system' } },
    };
  });
  expect(await saveChange(house.db, { statements: [], entries })).toEqual({ ok: true });
}

/** Valid callbacks: contacted, solved, how satisfied. */
async function call(
  departmentId: string,
  calls: readonly (readonly [boolean, boolean, string])[],
): Promise<void> {
  for (const [hasContact, isSolved, satisfaction] of calls) {
    ordinal += 1;
    await house.db.prisma.callbackRow.create({
      data: {
        ...{ complaintId, ordinal, at: new Date('2026-08-03T02:00:00Z'), staffId: cast.clerk.staffId },
        ...{ outcome: 'valid', hasContact, isSolved, satisfaction, period: PERIOD, departmentId },
      },
    });
  }
}

it('comes to what docs/rules/worked-quarter.md reckons by hand', async () => {
  const onTime = (count: number) =>
    Array.from({ length: count }, (_, index) => ['struck_off_on_time', index < 10 ? 1_00 : 0] as const);
  await enter(cast.approvals, [...onTime(12), ['late', -2_00], ['further_late', -1_00], ['bonus', 2_00]]);
  await enter(cast.construction, [
    ...onTime(1),
    ...([
      ['rework', -3_00] as const,
      ['false_request', -10_00] as const,
      ['deduction', -1_00] as const,
    ] as const),
  ]);
  await enter(cast.stranger, [
    ['weak_report', -50],
    ['yellow_card', -1_00],
  ]);
  await enter(GARDENS, [['late', -2_00]]);
  await call(cast.approvals, [
    ...Array.from({ length: 5 }, () => [true, true, 'satisfied'] as const),
    ...Array.from({ length: 2 }, () => [true, true, 'basically_satisfied'] as const),
    ...Array.from({ length: 2 }, () => [true, false, 'dissatisfied'] as const),
    [false, false, 'dissatisfied'],
  ]);
  await call(cast.stranger, [
    [true, true, 'very_satisfied'],
    [true, true, 'basically_satisfied'],
    [true, false, 'dissatisfied'],
  ]);
  const policies = await policiesOfPeriod(house, { lastDay: '2026-09-30' });
  const own = (coefficient: number) => ({ coefficient, reason: '任务轻重', consultation: '联席会议纪要' });
  const coefficients = {
    version: 'coefficients-2',
    departments: { [cast.approvals]: own(105), [cast.stranger]: own(98) },
  };
  const indicator = new Map<string, AccountSum>([
    [cast.approvals, { centipoints: 92_50, lines: 3 }],
    [cast.construction, { centipoints: 90_00, lines: 2 }],
  ]);
  const sheet = await composePeriodUnder(house, PERIOD, { ...policies, coefficients }, { indicator });
  const figures = sheet.departments.map(({ name, accounts, composite, band, rankInGroup, payFactor }) => ({
    ...{ name, composite, band, rankInGroup, payFactor },
    accounts: [
      accounts.indicator.centipoints,
      accounts.supervision.centipoints,
      accounts.satisfaction.centipoints,
      accounts.adjustment.centipoints,
    ],
    lines: accounts.supervision.lines,
  }));
  expect(figures).toEqual([
    {
      ...{ name: '行政审批局', accounts: [92_50, 107_00, 71_00, 2_00], lines: 14 },
      ...{ composite: 95_25, band: 'excellent', rankInGroup: 1, payFactor: 1_000_125 },
    },
    {
      ...{ name: '建设局', accounts: [90_00, 88_00, null, -1_00], lines: 3 },
      ...{ composite: 88_56, band: 'good', rankInGroup: 2, payFactor: 885_600 },
    },
    {
      ...{ name: '城管局', accounts: [null, 98_50, 68_33, 0], lines: 2 },
      ...{ composite: 88_44, band: 'good', rankInGroup: 3, payFactor: 866_712 },
    },
    {
      ...{ name: '园林中心', accounts: [null, 98_00, null, 0], lines: 1 },
      ...{ composite: 98_00, band: 'excellent', rankInGroup: null, payFactor: null },
    },
  ]);
  expect(sheet.departments.map(({ notes }) => notes)).toEqual([
    [],
    ['no_sample'],
    ['no_indicator', 'small_sample'],
    ['no_indicator', 'no_sample', 'ended_in_period'],
  ]);
  expect(sheet.departments[1]?.accounts.indicator.effectiveWeightPercent).toBe(77.78);
  expect(sheet.departments[2]?.accounts.satisfaction.effectiveWeightPercent).toBe(33.33);
  expect(sheet.departments[0]?.rates).toMatchObject({
    response: { value: 0.9, hits: 9, of: 10 },
    resolution: { value: 0.7 },
    satisfaction: { value: 0.68 },
  });
  expect(lastPlaces(sheet.departments, policies.pay)).toEqual([
    { groupId: '', ranked: 3, departmentIds: [cast.stranger], outcome: 'small_sample' },
  ]);
});
