import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { proposeAdjustment } from '../appraisal/adjustment/propose-adjustment.ts';
import { readAdjustments } from '../appraisal/adjustment/read-adjustments.ts';
import { settleAdjustment } from '../appraisal/adjustment/settle-adjustment.ts';
import { approveBulletin } from '../bulletin/approve-bulletin.ts';
import { draftDueBulletin } from '../bulletin/draft-bulletin.ts';
import { draftSpecialReport } from '../bulletin/draft-special-report.ts';
import { editBulletin } from '../bulletin/edit-bulletin.ts';
import { sendBackBulletin } from '../bulletin/send-back-bulletin.ts';
import { nameSubstitute } from '../people/substitution/name-substitute.ts';
import { beginPolicy, savePolicy } from '../policy/editing/change-policy.ts';
import { readPolicy } from '../policy/editing/read-policy.ts';
import { sendPolicyBack, signPolicy, submitPolicy } from '../policy/editing/sign-policy.ts';
import { typedPolicy } from '../policy/editing/typed-policy.ts';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { anAssignedItem, taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { listNotices, openNotice } from './list-notices.ts';
import { drainNotices } from './testing/drain-notices.ts';

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
afterEach(() => house.drop());

type Person = Cast['leader'];
const WEEK = { from: '2026-10-12', to: '2026-10-16' };

async function bell(person: Person) {
  await drainNotices(house);
  return taken(await listNotices(house, person, {})).notices.map(({ event }) => event);
}

async function newest(person: Person) {
  await drainNotices(house);
  const [notice] = taken(await listNotices(house, person, {})).notices;
  if (notice === undefined) throw new Error('nothing in the bell');
  return notice;
}

async function aPerson(login: string, departmentId: string, role: Person['roles'][number]): Promise<Person> {
  const staffId = house.newId();
  const data = { id: staffId, login, name: login, passwordHash: '', departmentId, roles: [role] };
  await house.db.prisma.staff.create({ data: { ...data, createdAt: house.now() } });
  return { kind: 'staff', staffId, departmentId, roles: [role] };
}

describe('a policy signed first', () => {
  const KIND = 'indicators';
  const sign = { source: '管委会〔2026〕31 号', reason: '红灯口径过宽，提醒来得太晚。' };

  async function aDraft(): Promise<number> {
    taken(await beginPolicy(house, cast.appraisalAdmin, { kind: KIND }));
    return aChange(0);
  }
  async function aChange(revision: number): Promise<number> {
    const { draft } = taken(await readPolicy(house, cast.appraisalAdmin, { kind: KIND }));
    const typed = typedPolicy(KIND, draft?.policy as object);
    const yellowFrom = String(80 - revision);
    taken(await savePolicy(house, cast.appraisalAdmin, { ...typed, kind: KIND, revision, yellowFrom }));
    return revision + 1;
  }
  const submit = async (revision: number) =>
    taken(
      await submitPolicy(house, cast.appraisalAdmin, {
        ...{ kind: KIND, revision, effectiveFrom: '2026-10-20', ...sign },
      }),
    );

  it('rings once for who may sign second, and for nobody who may not', async () => {
    const second = await aPerson('appraisal-2', cast.appraisalAdmin.departmentId, 'appraisal_admin');
    taken(
      await nameSubstitute(house, cast.appraisalAdmin, { substituteId: cast.inspector.staffId, ...WEEK }),
    );
    taken(await nameSubstitute(house, cast.leader, { substituteId: cast.clerk.staffId, ...WEEK }));
    const revision = await aDraft();
    await submit(revision);
    await submit(revision);
    for (const person of [cast.leader, second, cast.clerk])
      expect(await bell(person)).toEqual(['policy_to_sign']);
    for (const person of [cast.appraisalAdmin, cast.inspector, cast.triage, cast.auditor, cast.head])
      expect(await bell(person)).toEqual([]);
    const { id, text, textEn } = await newest(cast.leader);
    expect([text, textEn]).toEqual([
      '规则“indicators”的草稿待第二人签批',
      'The draft of the policy “indicators” waits for a second signature',
    ]);
    expect(taken(await openNotice(house, cast.leader, { noticeId: id }))).toEqual({
      about: 'policy',
      aboutId: KIND,
    });
  });

  it('is told to whoever drafted it: sent back, then published', async () => {
    const revision = await aDraft();
    await submit(revision);
    taken(await sendPolicyBack(house, cast.leader, { kind: KIND, revision, note: '先听取部门意见' }));
    // Nobody read the first line in time; the draft waits for nobody any more.
    expect(await bell(cast.leader)).toEqual([]);
    expect(await bell(cast.appraisalAdmin)).toEqual(['policy_sent_back']);
    house.at('2026-10-13T02:00:00.000Z');
    await submit(revision);
    expect(await bell(cast.leader)).toEqual(['policy_to_sign']);
    taken(await signPolicy(house, cast.leader, { kind: KIND, revision }));
    expect(await bell(cast.leader)).toEqual(['policy_to_sign']);
    expect(await bell(cast.appraisalAdmin)).toEqual(['policy_signed', 'policy_sent_back']);
  });

  it('rings for nobody where the draft was changed before anybody was told', async () => {
    const revision = await aDraft();
    await submit(revision);
    await aChange(revision);
    expect(await bell(cast.leader)).toEqual([]);
  });
});

describe('a bulletin', () => {
  it('drafted by the clock waits for everybody who may approve it, and its writers hear what became of it', async () => {
    await anAssignedItem(house, cast);
    house.at('2026-11-02T01:00:00.000Z');
    await draftDueBulletin(house);
    for (const person of [cast.triage, cast.secondTriage, cast.leader])
      expect((await newest(person)).event).toBe('bulletin_to_approve');
    for (const person of [cast.auditor, cast.head, cast.appraisalAdmin])
      expect(await bell(person)).not.toContain('bulletin_to_approve');
    const { aboutId: bulletinId, text, textEn } = await newest(cast.leader);
    expect([text, textEn]).toEqual([
      'bulletin 2026-10已起草，待审核签发',
      'bulletin 2026-10 is drafted and waits for approval',
    ]);
    taken(await editBulletin(house, cast.triage, { bulletinId, next_steps: '本周内逐项过堂。' }));
    house.at('2026-11-02T02:00:00.000Z');
    taken(await approveBulletin(house, cast.secondTriage, { bulletinId }));
    expect((await newest(cast.triage)).event).toBe('bulletin_approved');
    expect((await newest(cast.secondTriage)).event).toBe('bulletin_to_approve');
    house.at('2026-11-02T03:00:00.000Z');
    taken(await sendBackBulletin(house, cast.leader, { bulletinId, reason: '写明下一步' }));
    for (const person of [cast.triage, cast.secondTriage])
      expect((await newest(person)).event).toBe('bulletin_sent_back');
    expect((await newest(cast.leader)).event).toBe('bulletin_to_approve');
  });

  it('does not ring for whoever drafted it', async () => {
    const { number } = await house.db.prisma.supervisionItem.findUniqueOrThrow({
      where: { id: (await anAssignedItem(house, cast)).itemId },
    });
    taken(await draftSpecialReport(house, cast.triage, { number, occasion: 'urgent' }));
    expect(await bell(cast.triage)).not.toContain('bulletin_to_approve');
    expect((await newest(cast.secondTriage)).text).toBe(`special ${number}已起草，待审核签发`);
  });
});

describe('a line by hand', () => {
  async function propose(over: object = {}) {
    const form = { id: house.newId(), kind: 'bonus', departmentId: cast.approvals, period: '2026-Q4' };
    const why = { basis: '管委会认定', documentNumber: '园考〔2026〕18号', reason: '提前完成' };
    return taken(
      await proposeAdjustment(house, cast.appraisalAdmin, { ...form, points: '2.00', ...why, ...over }),
    ).id;
  }

  it('waits for another person of another department, and its proposer hears of the signature', async () => {
    const ofDepartment = await aPerson('leader-2', cast.approvals, 'leader');
    const adjustmentId = await propose();
    await propose({ id: adjustmentId });
    expect(await bell(cast.leader)).toEqual(['adjustment_to_sign']);
    for (const person of [cast.appraisalAdmin, ofDepartment, cast.head, cast.auditor])
      expect(await bell(person)).toEqual([]);
    const { id, text } = await newest(cast.leader);
    expect(text).toBe('2026-Q4有一笔人工记分待第二人核签');
    expect(taken(await openNotice(house, cast.leader, { noticeId: id }))).toEqual({
      about: 'adjustment',
      aboutId: adjustmentId,
    });
    expect(taken(await readAdjustments(house, cast.leader, { adjustmentId })).period).toBe('2026-Q4');
    taken(await settleAdjustment(house, cast.leader, { adjustmentId, decision: 'sign' }));
    expect(await bell(cast.appraisalAdmin)).toEqual(['adjustment_signed']);
  });

  it('is told to its proposer where it is not signed, and to nobody where it is withdrawn', async () => {
    const declined = { adjustmentId: await propose(), decision: 'decline', note: '依据不足' };
    taken(await settleAdjustment(house, cast.leader, declined));
    const withdrawn = { adjustmentId: await propose({ points: '1' }), decision: 'withdraw' };
    taken(await settleAdjustment(house, cast.appraisalAdmin, withdrawn));
    expect(await bell(cast.appraisalAdmin)).toEqual(['adjustment_declined']);
    expect(await bell(cast.leader)).toEqual(['adjustment_to_sign', 'adjustment_to_sign']);
  });
});
