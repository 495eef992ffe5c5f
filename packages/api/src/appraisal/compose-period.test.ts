import { whilePeriodStands } from '@bihuan/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordCallback } from '../complaint/record-callback.ts';
import { fileFinding } from '../supervision/file-finding.ts';
import { strikeOff } from '../supervision/strike-off.ts';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { anItemBeingVerified, taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { composePeriod, composePeriodUnder, policiesOfPeriod } from './compose-period.ts';

let house: TestHouse;
let cast: Cast;

beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  const { itemId, complaintId } = await anItemBeingVerified(house, cast);
  taken(
    await fileFinding(house, cast.inspector, { itemId, part: 'A', isResolved: true, text: '到现场看过' }),
  );
  const answers = { outcome: 'valid', contacted: true, solved: true, satisfaction: 'basically_satisfied' };
  taken(await recordCallback(house, cast.clerk, { complaintId, ...answers }));
  taken(await strikeOff(house, cast.triage, { itemId }));
});
afterAll(() => house.drop());

describe('composePeriod', () => {
  it('weighs what the ledger and the callbacks say, and gives the rest to nobody', async () => {
    const sheet = await composePeriod(house, '2026-Q4');
    expect(sheet.period).toEqual({ id: '2026-Q4', firstDay: '2026-10-01', lastDay: '2026-12-31' });
    const [approvals, construction] = sheet.departments;
    // (20 × 101.00 + 10 × 95.00) ÷ 30
    expect(approvals).toMatchObject({
      name: '行政审批局',
      composite: 99_00,
      accounts: { supervision: { centipoints: 101_00, lines: 1 }, satisfaction: { centipoints: 95_00 } },
      notes: ['no_indicator', 'small_sample'],
      ranked: 3,
    });
    expect(construction).toMatchObject({ composite: 100_00, notes: ['no_indicator', 'no_sample', 'tied'] });
  });

  it('is the same twice, and another under another policy without a trace', async () => {
    const sheet = await composePeriod(house, '2026-Q4');
    expect(await composePeriod(house, '2026-Q4')).toEqual(sheet);
    const policies = await policiesOfPeriod(house, sheet.period);
    const appraisal = { ...policies.appraisal, weights: { indicator: 0, supervision: 50, satisfaction: 50 } };
    const tried = await composePeriodUnder(house, '2026-Q4', { ...policies, appraisal });
    expect(tried.departments[0]).toMatchObject({ composite: 98_00 });
    const given = { supervision: new Map([[cast.approvals, { centipoints: -31_00, lines: 2 }]]) };
    const rescored = await composePeriodUnder(house, '2026-Q4', policies, given);
    // (20 × 69.00 + 10 × 95.00) ÷ 30 = 77.6666…
    expect(rescored.departments[0]).toMatchObject({ composite: 77_67 });
    expect(await composePeriod(house, '2026-Q4')).toEqual(sheet);
  });

  it('knows a period without anything in it, and none of another name', async () => {
    const sheet = await composePeriod(house, '2026-Q1');
    expect(sheet.departments.every(({ callbacks }) => callbacks.valid === 0)).toBe(true);
    await expect(composePeriod(house, '2026-Q5')).rejects.toThrow(RangeError);
  });
});

describe('whilePeriodStands', () => {
  it('keeps whoever enters a line waiting until it is done, and only in that period', async () => {
    const order: string[] = [];
    const enter = async (period: string, name: string) => {
      await house.db.pool.query(
        `INSERT INTO score_entry (id, at, department_id, period, account, rule, centipoints, policy_version, arithmetic, stream_id, event_version, actor)
SELECT gen_random_uuid(), at, department_id, $1, 'indicator', rule, 0, policy_version, arithmetic, stream_id, event_version, actor FROM score_entry LIMIT 1`,
        [period],
      );
      order.push(name);
    };
    const entering: Promise<void>[] = [];
    await whilePeriodStands(house.db, '2026-Q2', async () => {
      entering.push(enter('2026-Q2', 'waited'));
      await enter('2026-Q1', 'went on');
      order.push('done');
    });
    await Promise.all(entering);
    expect(order).toEqual(['went on', 'done', 'waited']);
  });
});
