import { replayRows, verifyChains } from '@bihuan/db';
import type { Actor } from '@bihuan/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castPeople, type Cast } from '../../supervision/testing/cast.ts';
import { anItemBeingVerified, refusalOf, taken } from '../../supervision/testing/stages.ts';
import { fileFinding } from '../../supervision/file-finding.ts';
import { readInbox } from '../../complaint/read-inbox.ts';
import { recordCallback } from '../../complaint/record-callback.ts';
import { strikeOff } from '../../supervision/strike-off.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { composePeriod } from '../compose-period.ts';
import { readLedgerLine } from '../read-ledger-line.ts';
import { readScoreSheet } from '../read-score-sheet.ts';
import { proposeAdjustment } from './propose-adjustment.ts';
import { readAdjustments } from './read-adjustments.ts';
import { settleAdjustment } from './settle-adjustment.ts';

let house: TestHouse;
let cast: Cast;
let number: string;

const EVIDENCE = {
  basis: '管委会第12次主任办公会认定',
  documentNumber: '园考〔2026〕18号',
  reason: '改革试点提前完成',
};

beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  const { itemId, complaintId } = await anItemBeingVerified(house, cast);
  taken(
    await fileFinding(house, cast.inspector, { itemId, part: 'A', isResolved: true, text: '到现场看过' }),
  );
  const answers = { outcome: 'valid', contacted: true, solved: true, satisfaction: 'satisfied' };
  taken(await recordCallback(house, cast.clerk, { complaintId, ...answers }));
  taken(await strikeOff(house, cast.triage, { itemId }));
  const item = await house.db.prisma.supervisionItem.findUniqueOrThrow({ where: { id: itemId } });
  ({ number } = item);
});
afterAll(() => house.drop());

function propose(over: object = {}, actor = cast.appraisalAdmin) {
  const form = { id: house.newId(), kind: 'bonus', departmentId: cast.approvals, period: '2026-Q4' };
  return proposeAdjustment(house, actor, { ...form, points: '2.00', ...EVIDENCE, ...over });
}

async function entered(over: object = {}): Promise<string> {
  const { id } = taken(await propose(over));
  taken(await settleAdjustment(house, cast.leader, { adjustmentId: id, decision: 'sign' }));
  return id;
}

const approvals = async () => (await composePeriod(house, '2026-Q4')).departments[0];

it('counts only once another person has signed, and shows its evidence and both signers', async () => {
  const before = await approvals();
  const id = house.newId();
  taken(await propose({ id }));
  taken(await propose({ id }));
  expect((await approvals())?.composite).toBe(before?.composite);
  expect(
    refusalOf(await settleAdjustment(house, cast.appraisalAdmin, { adjustmentId: id, decision: 'sign' })),
  ).toBe('second_signer_is_first');
  const inbox = async (actor: Actor) =>
    taken(await readInbox(house, actor)).flatMap(({ about, lines }) =>
      about === 'adjustment' ? lines.map((line) => line.id) : [],
    );
  expect(await inbox(cast.leader)).toEqual([id]);
  expect(await inbox(cast.appraisalAdmin)).toEqual([]);
  expect(await inbox({ ...cast.leader, departmentId: cast.approvals })).toEqual([]);
  expect(await inbox(cast.auditor)).toEqual([]);
  const list = taken(await readAdjustments(house, cast.leader, {}));
  expect(list.adjustments).toMatchObject([{ id, maySign: true, mayWithdraw: false, centipoints: 200 }]);
  taken(await settleAdjustment(house, cast.leader, { adjustmentId: id, decision: 'sign', version: 1 }));
  expect(await inbox(cast.leader)).toEqual([]);
  expect(refusalOf(await settleAdjustment(house, cast.leader, { adjustmentId: id, decision: 'sign' }))).toBe(
    'adjustment_settled',
  );
  const after = await approvals();
  expect(after?.composite).toBe((before?.composite ?? 0) + 2_00);
  const sheet = taken(await readScoreSheet(house, cast.officer, { departmentId: cast.approvals }));
  expect(sheet.adjustments).toMatchObject([
    { rule: 'bonus', centipoints: 2_00, policyVersion: 'appraisal-1', adjustmentId: id, itemId: null },
  ]);
  const opened = taken(await readLedgerLine(house, cast.officer, { lineId: sheet.adjustments[0]?.id }));
  expect(opened).toMatchObject({
    cause: { of: 'hand', entry: { ...EVIDENCE, proposedBy: 'appraisal', signedBy: 'leader' } },
    policy: { version: 'appraisal-1', data: { adjustmentCap: 5_00 } },
  });
});

it('keeps the cap of a period, bonus and deduction apart', async () => {
  expect(refusalOf(await propose({ points: '3.01' }))).toBe('adjustment_over_cap');
  await entered({ kind: 'deduction', points: '5' });
  expect(refusalOf(await propose({ kind: 'deduction', points: '0.01' }))).toBe('adjustment_over_cap');
  const [one, other] = [taken(await propose({ points: '3' })), taken(await propose({ points: '3' }))];
  const sign = ({ id }: { id: string }) =>
    settleAdjustment(house, cast.leader, { adjustmentId: id, decision: 'sign' });
  const results = await Promise.all([sign(one), sign(other)]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await approvals())?.accounts.adjustment).toMatchObject({ centipoints: 0, lines: 3 });
});

it('rewards a hard problem once, in the supervision account', async () => {
  await entered({ kind: 'hard_problem', itemNumber: number, points: '' });
  expect((await approvals())?.accounts.supervision.centipoints).toBe(104_00);
  expect(refusalOf(await propose({ kind: 'hard_problem', itemNumber: number }))).toBe(
    'hard_problem_rewarded',
  );
  expect(refusalOf(await propose({ kind: 'error_tolerance', itemNumber: number, points: '1' }))).toBe(
    'tolerance_over_loss',
  );
});

it('takes back a line by a new one, once', async () => {
  const { lines } = taken(await readScoreSheet(house, cast.leader, { departmentId: cast.approvals }));
  const lineId = lines.find(({ rule }) => rule === 'struck_off_on_time')?.id;
  await entered({ kind: 'reversal', lineId });
  expect((await approvals())?.accounts.supervision.centipoints).toBe(103_00);
  expect(refusalOf(await propose({ kind: 'reversal', lineId }))).toBe('line_reversed_already');
  const reversal = await house.db.prisma.scoreEntry.findUniqueOrThrow({
    where: { reversalOf: lineId ?? '' },
  });
  expect(reversal).toMatchObject({ rule: 'reversed', centipoints: -1_00, account: 'supervision' });
});

describe('what is typed', () => {
  it('is sent back field by field', async () => {
    expect(await propose({ points: '0', documentNumber: '', basis: '' })).toMatchObject({
      fields: { points: 'out_of_range', documentNumber: 'required', basis: 'required' },
    });
    expect(await propose({ points: '1.005' })).toMatchObject({ fields: { points: 'not_a_number' } });
    expect(await propose({ points: '' })).toMatchObject({ fields: { points: 'required' } });
    expect(await propose({ period: '2026-Q9' })).toMatchObject({ fields: { period: 'not_a_choice' } });
    expect(await propose({ kind: 'hard_problem', itemNumber: 'X' })).toMatchObject({
      fields: { itemNumber: 'unknown_number' },
    });
    expect(await propose({ departmentId: cast.leader.departmentId })).toMatchObject({
      fields: { departmentId: 'unknown_department' },
    });
  });

  it('is for the performance centre alone', async () => {
    expect(refusalOf(await propose({}, cast.head))).toBe('not_found');
    expect(refusalOf(await readAdjustments(house, cast.head, {}))).toBe('not_found');
    expect(refusalOf(await propose({ period: '2027-Q1' }))).toBe('period_to_come');
  });

  it('is declined with a reason, and withdrawn by whoever proposed it', async () => {
    const [declined, withdrawn] = [
      taken(await propose({ kind: 'bonus', departmentId: cast.construction })),
      taken(await propose({ kind: 'bonus', departmentId: cast.construction })),
    ];
    const decline = { adjustmentId: declined.id, decision: 'decline' };
    expect(await settleAdjustment(house, cast.leader, decline)).toMatchObject({
      fields: { note: 'required' },
    });
    taken(await settleAdjustment(house, cast.leader, { ...decline, note: '依据不足' }));
    const withdraw = { adjustmentId: withdrawn.id, decision: 'withdraw' };
    taken(await settleAdjustment(house, cast.appraisalAdmin, withdraw));
    const { departments } = await composePeriod(house, '2026-Q4');
    expect(departments[1]?.accounts.adjustment.lines).toBe(0);
  });
});

it('enters nothing by hand into a frozen period, not even what was proposed before', async () => {
  const { id } = taken(await propose({ departmentId: cast.construction, points: '1' }));
  await house.db.pool.query(
    `INSERT INTO period_sheet (id, period, status, edition, opened_at, object_until, content_hash, version, head_hash)
VALUES ($1, '2026-Q4', 'frozen', 1, now(), now(), '', 1, '')`,
    [house.newId()],
  );
  expect(refusalOf(await settleAdjustment(house, cast.leader, { adjustmentId: id, decision: 'sign' }))).toBe(
    'period_frozen',
  );
  expect(refusalOf(await propose({ departmentId: cast.construction, points: '1' }))).toBe('period_frozen');
  const refusing = house.db.pool.query("SELECT refuse_frozen('2026-Q4')");
  await expect(refusing).rejects.toMatchObject({ code: '23505', constraint: 'period_frozen' });
  await house.db.pool.query('DELETE FROM period_sheet');
});

it('is replayed from its events to the last digit, and its chain holds', async () => {
  expect((await replayRows(house.db)).differences).toEqual([]);
  expect((await verifyChains(house.db)).faults).toEqual([]);
  const sum = await house.db.pool.query<{ account: string; sum: number; kept: number }>(`
SELECT account, sum(centipoints)::int AS sum, (SELECT sum(centipoints)::int FROM score_balance b WHERE b.account = e.account) AS kept
FROM score_entry e GROUP BY account ORDER BY account`);
  expect(sum.rows.every(({ sum: lines, kept }) => lines === kept)).toBe(true);
});
