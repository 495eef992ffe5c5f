import { loadItem } from '@bihuan/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordCallback } from '../complaint/record-callback.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { assignItem } from './assign-item.ts';
import { completeMeasure } from './complete-measure.ts';
import { designateItem } from './designate-item.ts';
import { fileFinding } from './file-finding.ts';
import { makeLongRunning } from './make-long-running.ts';
import { openItem } from './open-item.ts';
import { openVerification } from './open-verification.ts';
import { recordRebound } from './record-rebound.ts';
import { referUp } from './refer-up.ts';
import { reportProgress } from './report-progress.ts';
import { requestStrikeOff } from './request-strike-off.ts';
import { resumeItem } from './resume-item.ts';
import { returnItem } from './return-item.ts';
import { ruleOnReturn } from './rule-on-return.ts';
import { sendToRework } from './send-to-rework.ts';
import { signItem } from './sign-item.ts';
import { strikeOff } from './strike-off.ts';
import { suspendItem } from './suspend-item.ts';
import { takeUpAgain } from './take-up-again.ts';
import { castPeople, type Cast } from './testing/cast.ts';
import {
  anAssignedItem,
  anItemBeingVerified,
  anItemWithMeasuresDone,
  aRoute,
  measureIds,
  refusalOf,
  taken,
} from './testing/stages.ts';
import { watchItem } from './watch-item.ts';

let house: TestHouse;
let cast: Cast;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
afterAll(() => house.drop());

const statusOf = async (itemId: string) => (await loadItem(house.db, itemId))?.state.status;

/** Both findings in: the inspector's as given, the callback the same. */
async function aVerifiedItem(isResolved: boolean) {
  const { complaintId, itemId } = await anItemBeingVerified(house, cast);
  taken(await fileFinding(house, cast.inspector, { itemId, part: 'A', isResolved, text: '到现场看过' }));
  const answers = {
    outcome: 'valid',
    contacted: true,
    solved: isResolved,
    satisfaction: 'basically_satisfied',
  };
  taken(await recordCallback(house, cast.clerk, { complaintId, ...answers }));
  return itemId;
}

describe('signing and returning', () => {
  it('lets the lead sign, and nobody else', async () => {
    const { itemId } = await anAssignedItem(house, cast);
    expect(refusalOf(await signItem(house, cast.strangerOfficer, { itemId }))).toBe('not_found');
    expect(refusalOf(await signItem(house, cast.cooperatingOfficer, { itemId }))).toBe('not_authorised');
    expect(refusalOf(await signItem(house, cast.triage, { itemId }))).toBe('not_authorised');
    expect(refusalOf(await signItem(house, cast.clerk, { itemId }))).toBe('not_found');
    expect(refusalOf(await signItem(house, cast.officer, { itemId: house.newId() }))).toBe('not_found');
    expect(taken(await signItem(house, cast.officer, { itemId })).status).toBe('signed');
  });

  it('lets the head return with reason and legal basis, twice, and then a leader designates', async () => {
    const { complaintId, itemId } = await anAssignedItem(house, cast);
    const back = { itemId, reason: '不属本局职责', legalBasis: '三定规定第四条' };
    expect(refusalOf(await returnItem(house, cast.officer, back))).toBe('not_authorised');
    expect(await returnItem(house, cast.head, { itemId, reason: '' })).toEqual({
      ok: false,
      kind: 'bad_input',
      fields: { reason: 'required', legalBasis: 'required' },
    });
    const route = { ...aRoute(cast, complaintId), itemId };
    taken(await returnItem(house, cast.head, back));
    taken(await ruleOnReturn(house, cast.triage, { itemId, ruling: 'reassign', text: '另行交办' }));
    taken(await assignItem(house, cast.triage, route));
    taken(await returnItem(house, cast.head, back));
    expect(refusalOf(await assignItem(house, cast.triage, route))).toBe('must_be_designated');
    expect(refusalOf(await designateItem(house, cast.triage, route))).toBe('not_authorised');
    taken(await designateItem(house, cast.leader, route));
    expect(refusalOf(await returnItem(house, cast.head, back))).toBe('designated_cannot_be_returned');
  });

  it('goes back to the department where the return is rejected', async () => {
    const { itemId } = await anAssignedItem(house, cast);
    taken(
      await returnItem(house, cast.head, { itemId, reason: '不属本局职责', legalBasis: '三定规定第四条' }),
    );
    const rejected = { itemId, ruling: 'reject', text: '属本局职责', departure: '本件权责清单已有规定' };
    const ruled = await ruleOnReturn(house, cast.triage, rejected);
    expect(taken(ruled).status).toBe('assigned');
  });
});

describe('working off', () => {
  it('takes reports from those with a duty, and measures from those that owe them', async () => {
    const { itemId } = await anAssignedItem(house, cast);
    taken(await signItem(house, cast.officer, { itemId }));
    const [first] = await measureIds(house, itemId);
    const done = { itemId, measureId: first, evidence: '告知书一份' };
    expect(refusalOf(await completeMeasure(house, cast.cooperatingOfficer, done))).toBe('not_authorised');
    taken(await completeMeasure(house, cast.officer, done));
    expect(refusalOf(await completeMeasure(house, cast.officer, done))).toBe('measure_already_completed');
    const report = { itemId, text: '施工许可材料核对中', percent: '40' };
    expect(taken(await reportProgress(house, cast.cooperatingOfficer, report)).status).toBe('advancing');
    expect(await reportProgress(house, cast.officer, { ...report, percent: 101 })).toMatchObject({
      fields: { percent: 'out_of_range' },
    });
    expect(refusalOf(await requestStrikeOff(house, cast.officer, { itemId, claim: '已办结' }))).toBe(
      'measures_open',
    );
  });

  it('refuses a stale version and lets one of two people win who act at once', async () => {
    const { itemId } = await anItemWithMeasuresDone(house, cast);
    const version = (await loadItem(house.db, itemId))?.head.version;
    const report = { itemId, version, text: '再次核对', percent: 80 };
    const results = await Promise.all([
      reportProgress(house, cast.officer, report),
      reportProgress(house, cast.cooperatingOfficer, report),
    ]);
    expect(results.map((result) => (result.ok ? 'saved' : refusalOf(result))).sort()).toEqual([
      'saved',
      'stale',
    ]);
  });

  it('keeps both reports of two people who did not say which version they saw', async () => {
    const { itemId } = await anItemWithMeasuresDone(house, cast);
    const report = { itemId, text: '各自推进', percent: 70 };
    await Promise.all([
      reportProgress(house, cast.officer, report).then(taken),
      reportProgress(house, cast.cooperatingOfficer, report).then(taken),
    ]);
    expect(await house.db.prisma.reportRow.count({ where: { itemId, text: '各自推进' } })).toBe(2);
  });
});

describe('verification', () => {
  it('takes an inspector of a department that is not concerned', async () => {
    const { itemId } = await anItemWithMeasuresDone(house, cast);
    taken(await requestStrikeOff(house, cast.officer, { itemId, claim: '已办结' }));
    const inspectorId = cast.concernedInspector.staffId;
    expect(refusalOf(await openVerification(house, cast.triage, { itemId, inspectorId }))).toBe(
      'inspector_concerned',
    );
    const notAnInspector = cast.clerk.staffId;
    expect(await openVerification(house, cast.triage, { itemId, inspectorId: notAnInspector })).toMatchObject(
      {
        fields: { inspectorId: 'unknown_staff' },
      },
    );
  });

  it('never takes a finding of the department, nor part A from another inspector', async () => {
    const { itemId } = await anItemBeingVerified(house, cast);
    const finding = { itemId, part: 'A', isResolved: true, text: '到现场看过' };
    expect(refusalOf(await fileFinding(house, cast.officer, finding))).toBe('not_authorised');
    expect(refusalOf(await fileFinding(house, cast.thirdInspector, finding))).toBe('not_the_inspector');
    expect(refusalOf(await fileFinding(house, cast.concernedInspector, finding))).toBe('not_the_inspector');
    expect(await fileFinding(house, cast.inspector, { itemId, part: 'A' })).toMatchObject({
      fields: { isResolved: 'required', text: 'required' },
    });
    taken(await fileFinding(house, cast.inspector, finding));
    expect(refusalOf(await strikeOff(house, cast.triage, { itemId }))).toBe('two_findings_needed');
  });
});

describe('dispositions', () => {
  it('watches, with a date that is still to come', async () => {
    const itemId = await aVerifiedItem(true);
    const watch = { itemId, focus: '十月底前复看窗口', reviewOn: '2026-10-12' };
    expect(refusalOf(await watchItem(house, cast.triage, watch))).toBe('date_in_the_past');
    expect(taken(await watchItem(house, cast.triage, { ...watch, reviewOn: '2026-10-30' })).status).toBe(
      'watched',
    );
    expect(taken(await takeUpAgain(house, cast.triage, { itemId, reason: '复看不合格' })).status).toBe(
      'advancing',
    );
  });

  it('makes it long-running, refers it up, or sends it to rework', async () => {
    const plan = await makeLongRunning(house, cast.triage, {
      itemId: await aVerifiedItem(false),
      plan: '分三期改造',
    });
    expect(taken(plan).status).toBe('long_running');
    const brief = { itemId: await aVerifiedItem(false), brief: '需市级协调', to: '市营商办' };
    expect(taken(await referUp(house, cast.triage, brief)).status).toBe('referred_up');
    const rework = await sendToRework(house, cast.triage, {
      itemId: await aVerifiedItem(false),
      reason: '未解决',
    });
    expect(taken(rework).status).toBe('rework');
    const resolved = { itemId: await aVerifiedItem(true), reason: '未解决' };
    expect(refusalOf(await sendToRework(house, cast.triage, resolved))).toBe('findings_agree_resolved');
  });

  it('records a rebound of what was struck off', async () => {
    const itemId = await aVerifiedItem(true);
    taken(await strikeOff(house, cast.triage, { itemId }));
    expect(
      taken(await recordRebound(house, cast.thirdInspector, { itemId, reason: '又被退件' })).status,
    ).toBe('rebounded');
  });
});

describe('suspending', () => {
  it('is for a leader, and goes on where it stood', async () => {
    const { itemId } = await anItemWithMeasuresDone(house, cast);
    const until = { itemId, reason: '等待省里新政策', reviewOn: '2026-11-12' };
    expect(refusalOf(await suspendItem(house, cast.triage, until))).toBe('not_authorised');
    taken(await suspendItem(house, cast.leader, until));
    expect(
      refusalOf(await reportProgress(house, cast.officer, { itemId, text: '推进中', percent: 90 })),
    ).toBe('illegal_move');
    taken(await resumeItem(house, cast.triage, { itemId, reason: '政策已出' }));
    expect(await statusOf(itemId)).toBe('advancing');
  });
});

describe('openItem', () => {
  const task = {
    source: 'superior_task',
    basis: '市政办〔2026〕18号',
    problem: '园区道路照明缺口',
    importance: 'normal',
  };

  it('registers a normal item of another source and assigns it by its own days', async () => {
    const { itemId, status } = taken(await openItem(house, cast.triage, task));
    expect(status).toBe('registered');
    const assignment = {
      itemId,
      leadDepartmentId: cast.construction,
      measures: [{ text: '补装路灯', departmentId: cast.construction, dueOn: '2026-10-20' }],
    };
    expect(await assignItem(house, cast.triage, assignment)).toMatchObject({
      fields: { workingDays: 'required' },
    });
    taken(await assignItem(house, cast.triage, { ...assignment, workingDays: '10' }));
    const item = await loadItem(house.db, itemId);
    expect(item?.state).toMatchObject({ assignment: { deadline: { date: '2026-10-26' } } });
  });

  it('waits for a second signature where it is listed, and is not for departments', async () => {
    const listed = { ...task, problem: '河道保洁责任未落实', importance: 'listed' };
    expect(taken(await openItem(house, cast.leader, listed)).status).toBe('proposed');
    expect(refusalOf(await openItem(house, cast.officer, task))).toBe('not_authorised');
    expect(await openItem(house, cast.triage, { ...task, source: 'complaint' })).toMatchObject({
      fields: { source: 'not_a_choice' },
    });
  });
});
