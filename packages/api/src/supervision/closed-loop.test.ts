import { loadComplaint, loadItem } from '@bihuan/db';
import type { ComplaintCommand } from '@bihuan/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordCallback } from '../complaint/record-callback.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { Work } from '../work.ts';
import { fileFinding } from './file-finding.ts';
import { sendToRework } from './send-to-rework.ts';
import { strikeOff } from './strike-off.ts';
import { castPeople, type Cast } from './testing/cast.ts';
import { anItemBeingVerified, refusalOf, taken } from './testing/stages.ts';

let house: TestHouse;
let cast: Cast;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
afterAll(() => house.drop());

const RESOLVED = { isResolved: true, text: '现场办理一次通过' };
const UNRESOLVED = { isResolved: false, text: '现场仍要求补材料' };
const SATISFIED = { outcome: 'valid', contacted: true, solved: true, satisfaction: 'satisfied' };
const UNSOLVED = { outcome: 'valid', contacted: true, solved: false, satisfaction: 'dissatisfied' };

/** Three tries on three half-days. */
const HALF_DAYS = [
  ['2026-10-12T02:00:00.000Z', 'no_answer'],
  ['2026-10-12T06:00:00.000Z', 'refused'],
  ['2026-10-13T02:00:00.000Z', 'wrong_number'],
] as const;

async function complainant(complaintId: string, command: ComplaintCommand) {
  const work = new Work(house, { kind: 'complainant', complaintId });
  taken(await work.commandComplaint(complaintId, command));
  taken(await work.save());
}

function linesOf(itemId: string) {
  return house.db.prisma.scoreEntry.findMany({
    where: { streamId: itemId },
    select: { departmentId: true, period: true, rule: true, centipoints: true },
    orderBy: { centipoints: 'asc' },
  });
}

describe('the closed loop', () => {
  it('runs from filing to the rating and adds one point to the lead department', async () => {
    const { complaintId, itemId } = await anItemBeingVerified(house, cast);
    taken(await fileFinding(house, cast.inspector, { itemId, part: 'A', ...RESOLVED }));
    const called = taken(
      await recordCallback(house, cast.clerk, { complaintId, ...SATISFIED, note: '已办结' }),
    );
    expect(called).toEqual({ complaintId, tries: 1, finding: 'filed' });
    expect(taken(await strikeOff(house, cast.triage, { itemId })).status).toBe('struck_off');
    const work = new Work(house, cast.triage);
    taken(
      await work.commandComplaint(complaintId, { type: 'publish_answer', outcome: 'solved', text: '已办结' }),
    );
    taken(await work.save());
    await complainant(complaintId, { type: 'confirm' });
    await complainant(complaintId, { type: 'rate', level: 'very_satisfied', comment: '' });
    expect((await loadComplaint(house.db, complaintId))?.state.status).toBe('closed');
    expect(await linesOf(itemId)).toEqual([
      { departmentId: cast.approvals, period: '2026-Q4', rule: 'struck_off_on_time', centipoints: 100 },
    ]);
  });

  it('takes three points for a rework and ten more for a false request', async () => {
    const { complaintId, itemId } = await anItemBeingVerified(house, cast);
    const falseRequest = { ...UNRESOLVED, isFalseRequest: 'on' };
    taken(await fileFinding(house, cast.inspector, { itemId, part: 'A', ...falseRequest }));
    taken(await recordCallback(house, cast.clerk, { complaintId, ...UNSOLVED }));
    expect(refusalOf(await strikeOff(house, cast.triage, { itemId }))).toBe('two_findings_needed');
    const rework = { itemId, reason: '两项印证均认为未解决' };
    expect(taken(await sendToRework(house, cast.triage, rework)).status).toBe('rework');
    expect(await linesOf(itemId)).toEqual([
      { departmentId: cast.approvals, period: '2026-Q4', rule: 'false_request', centipoints: -1000 },
      { departmentId: cast.approvals, period: '2026-Q4', rule: 'rework', centipoints: -300 },
    ]);
  });

  it('lets a third person with a site visit decide where the findings disagree', async () => {
    const { complaintId, itemId } = await anItemBeingVerified(house, cast);
    taken(await fileFinding(house, cast.inspector, { itemId, part: 'A', ...RESOLVED }));
    taken(await recordCallback(house, cast.clerk, { complaintId, ...UNSOLVED }));
    expect(refusalOf(await strikeOff(house, cast.triage, { itemId }))).toBe('two_findings_needed');
    const third = { itemId, part: 'C', ...RESOLVED };
    expect(refusalOf(await fileFinding(house, cast.thirdInspector, third))).toBe('visit_needed');
    const visit = {
      on: '2026-10-12',
      place: '政务服务大厅 12 号窗口',
      inspectorIds: [cast.thirdInspector.staffId],
    };
    expect(refusalOf(await fileFinding(house, cast.thirdInspector, { ...third, visit }))).toBe(
      'visit_needs_two',
    );
    const both = { ...visit, inspectorIds: [cast.thirdInspector.staffId, cast.fourthInspector.staffId] };
    const again = { ...visit, inspectorIds: [cast.thirdInspector.staffId, cast.inspector.staffId] };
    expect(refusalOf(await fileFinding(house, cast.inspector, { ...third, visit: again }))).toBe(
      'finder_not_independent',
    );
    taken(await fileFinding(house, cast.thirdInspector, { ...third, visit: both }));
    expect(taken(await strikeOff(house, cast.triage, { itemId })).status).toBe('struck_off');
    const rows = await house.db.prisma.findingRow.findMany({ where: { itemId }, orderBy: { part: 'asc' } });
    expect(rows.map(({ part, kind, isResolved }) => [part, kind, isResolved])).toEqual([
      ['A', 'verification', true],
      ['B', 'callback', false],
      ['C', 'third_check', true],
    ]);
  });

  it('gives each strike-off its own place in the count of the period, also where two happen at once', async () => {
    const ready = async () => {
      const { complaintId, itemId } = await anItemBeingVerified(house, cast);
      taken(await fileFinding(house, cast.inspector, { itemId, part: 'A', ...RESOLVED }));
      taken(await recordCallback(house, cast.clerk, { complaintId, ...SATISFIED }));
      return itemId;
    };
    const items = [await ready(), await ready()];
    const before = await house.db.prisma.scoreEntry.count({ where: { rule: 'struck_off_on_time' } });
    expect(before).toBe(2);
    await Promise.all(items.map((itemId) => strikeOff(house, cast.triage, { itemId }).then(taken)));
    const counted = await house.db.prisma.scoreEntry.findMany({ where: { streamId: { in: items } } });
    expect(counted.map(({ ordinal }) => ordinal).sort()).toEqual([3, 4]);
    const balance = await house.db.prisma.scoreBalance.findFirst({ where: { departmentId: cast.approvals } });
    expect(balance).toMatchObject({ account: 'supervision', centipoints: -900, lines: 6 });
  });
});

describe('recordCallback', () => {
  it('asks three separate questions of a valid call and none of the others', async () => {
    const { complaintId } = await anItemBeingVerified(house, cast);
    expect(
      await recordCallback(house, cast.clerk, { complaintId, outcome: 'valid', contacted: 'true' }),
    ).toEqual({
      ok: false,
      kind: 'bad_input',
      fields: { solved: 'required', satisfaction: 'required' },
    });
    const noAnswer = await recordCallback(house, cast.clerk, { complaintId, outcome: 'no_answer' });
    expect(taken(noAnswer)).toEqual({ complaintId, tries: 1, finding: 'not_waited_for' });
  });

  it('is for the window alone, and three calls in vain are the end', async () => {
    const { complaintId, itemId } = await anItemBeingVerified(house, cast);
    expect(refusalOf(await recordCallback(house, cast.officer, { complaintId, outcome: 'no_answer' }))).toBe(
      'not_authorised',
    );
    const corroboration = { itemId, part: 'B', ...RESOLVED };
    expect(refusalOf(await fileFinding(house, cast.assessor, corroboration))).toBe('callback_first');
    for (const [at, outcome] of HALF_DAYS) {
      house.at(at);
      taken(await recordCallback(house, cast.clerk, { complaintId, outcome }));
    }
    expect(refusalOf(await recordCallback(house, cast.clerk, { complaintId, ...SATISFIED }))).toBe(
      'callbacks_exhausted',
    );
    taken(await fileFinding(house, cast.assessor, corroboration));
    expect((await loadItem(house.db, itemId))?.state.findings.map(({ kind }) => kind)).toEqual([
      'corroboration',
    ]);
  });

  it('keeps what the window noted in the events, away from the item where it is not a finding', async () => {
    house.at('2026-10-12T01:00:00.000Z');
    const { complaintId } = await anItemBeingVerified(house, cast);
    taken(
      await recordCallback(house, cast.clerk, { complaintId, outcome: 'no_answer', note: '下午三点后再拨' }),
    );
    const complaint = await loadComplaint(house.db, complaintId);
    expect(complaint?.state.callbacks.map(({ note }) => note)).toEqual(['下午三点后再拨']);
  });

  it('keeps the call of a clerk of the verifying unit, but not as the second finding', async () => {
    house.at('2026-10-12T01:00:00.000Z');
    const { complaintId } = await anItemBeingVerified(house, cast);
    const sameUnit = { ...cast.clerk, departmentId: cast.inspector.departmentId };
    const called = await recordCallback(house, sameUnit, { complaintId, ...SATISFIED });
    expect(taken(called)).toEqual({ complaintId, tries: 1, finding: 'not_independent' });
    expect(taken(await recordCallback(house, cast.clerk, { complaintId, ...SATISFIED })).finding).toBe(
      'filed',
    );
  });
});
