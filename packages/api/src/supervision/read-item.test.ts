import type { Actor } from '@bihuan/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readComplaint } from '../complaint/read-complaint.ts';
import { recordCallback } from '../complaint/record-callback.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { fileFinding } from './file-finding.ts';
import { askComplainant } from '../complaint/ask-complainant.ts';
import { readItem } from './read-item.ts';
import { reportProgress } from './report-progress.ts';
import { sendToRework } from './send-to-rework.ts';
import { signItem } from './sign-item.ts';
import { strikeOff } from './strike-off.ts';
import { castPeople, type Cast } from './testing/cast.ts';
import { anAssignedItem, anItemBeingVerified, refusalOf, taken } from './testing/stages.ts';

let house: TestHouse;
let cast: Cast;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
beforeEach(() => house.at('2026-10-12T01:00:00.000Z'));
afterAll(() => house.drop());

const seen = async (actor: Actor, itemId: string) => taken(await readItem(house, actor, { itemId }));
const verified = (itemId: string, isResolved = true) =>
  fileFinding(house, cast.inspector, { itemId, part: 'A', isResolved, text: '督查所见密语' });
const called = (complaintId: string, solved = true) =>
  recordCallback(house, cast.clerk, {
    ...{
      complaintId,
      outcome: 'valid',
      contacted: true,
      solved,
      satisfaction: 'satisfied',
      note: '回访所闻密语',
    },
  });

describe('who sees an item', () => {
  it('is not there for a department without a duty, for the window and for nobody in particular', async () => {
    const { itemId, complaintId } = await anAssignedItem(house, cast);
    for (const actor of [
      cast.officer,
      cast.head,
      cast.cooperatingOfficer,
      cast.triage,
      cast.leader,
      cast.auditor,
    ])
      expect((await seen(actor, itemId)).id).toBe(itemId);
    const complainant = { kind: 'complainant', complaintId } as const;
    for (const actor of [cast.strangerOfficer, cast.clerk, complainant])
      expect(refusalOf(await readItem(house, actor, { itemId }))).toBe('not_found');
    expect(refusalOf(await readItem(house, cast.triage, { itemId: complaintId }))).toBe('not_found');
    expect(refusalOf(await readItem(house, cast.triage, { itemId: 'x' }))).toBe('not_found');
  });

  it('shows the matter of its complaints and never who complained', async () => {
    const person = { name: '诸葛密名', phone: '13912345678', email: 'mark@example.com' };
    const firm = {
      complainantKind: 'enterprise',
      enterpriseName: '密名科技有限公司',
      creditCode: '91350100M000100Y43',
    };
    const { itemId, complaintId } = await anItemBeingVerified(house, cast, { ...person, ...firm });
    taken(await verified(itemId));
    taken(await called(complaintId));
    for (const actor of [cast.officer, cast.head, cast.triage, cast.inspector, cast.leader]) {
      const item = await seen(actor, itemId);
      expect(item.complaints[0]?.title).toBe('工商变更跑了四趟没办成');
      const text = JSON.stringify(item);
      for (const secret of ['诸葛密名', '13912345678', 'mark@example.com', '密名科技', '91350100M000100Y43'])
        expect(text).not.toContain(secret);
    }
  });
});

describe('what an item says', () => {
  it('counts the days each side used, those of waiting for the complainant apart', async () => {
    const { itemId, complaintId } = await anAssignedItem(house, cast);
    house.at('2026-10-13T01:00:00.000Z');
    taken(await signItem(house, cast.officer, { itemId }));
    house.at('2026-10-14T01:00:00.000Z');
    taken(await askComplainant(house, cast.triage, { complaintId, question: '请补充营业执照编号' }));
    house.at('2026-10-20T01:00:00.000Z');
    const { daysUsed } = await seen(cast.officer, itemId);
    house.at('2026-10-12T01:00:00.000Z');
    expect(daysUsed).toMatchObject({
      total: 6,
      sums: { lead: 2, cooperating: 0, complainant: 4, office: 0 },
    });
    expect(daysUsed?.stretches).toMatchObject([
      { side: 'lead', why: 'sign', department: { name: '行政审批局' }, from: '2026-10-13', to: '2026-10-13' },
      { side: 'lead', why: 'measures', from: '2026-10-14', to: '2026-10-14', workingDays: 1 },
      { side: 'complainant', why: 'answer', department: null, from: '2026-10-15', to: '2026-10-20' },
    ]);
  });

  it('names problem, responsibility, measures and deadline, and proves the date day by day', async () => {
    const { itemId } = await anAssignedItem(house, cast);
    const item = await seen(cast.officer, itemId);
    expect(item.responsibility).toMatchObject({
      lead: { name: '行政审批局' },
      cooperating: [{ name: '建设局' }],
      deadline: { date: '2026-10-19', half: 'pm', provisional: false },
      workingDays: 5,
      daysLeft: 5,
    });
    expect(item.responsibility?.proof.map(({ date, verdict }) => `${date} ${verdict}`)).toEqual([
      '2026-10-12 start',
      '2026-10-13 counted',
      '2026-10-14 counted',
      '2026-10-15 counted',
      '2026-10-16 counted',
      '2026-10-17 weekend',
      '2026-10-18 weekend',
      '2026-10-19 due',
    ]);
    expect(item.measures.map(({ isOwn, daysLeft }) => [isOwn, daysLeft])).toEqual([
      [true, 2],
      [false, 2],
    ]);
    expect(item.ball).toMatchObject({
      step: 'sign',
      departments: [{ name: '行政审批局' }],
      by: '2026-10-13',
    });
  });

  it('tells its story in order, with who did what', async () => {
    const { itemId } = await anAssignedItem(house, cast);
    taken(await signItem(house, cast.officer, { itemId }));
    taken(
      await reportProgress(house, cast.officer, {
        itemId,
        text: '已约谈窗口',
        percent: 30,
        nextStep: '整改',
      }),
    );
    const { timeline, ball, version } = await seen(cast.triage, itemId);
    expect(timeline.map(({ type, by }) => [type, by.person?.name])).toEqual([
      ['ItemProposed', 'triage'],
      ['ItemRegistered', 'triage'],
      ['ItemAssigned', 'triage'],
      ['ItemSigned', 'officer'],
      ['ProgressReported', 'officer'],
    ]);
    expect(timeline.at(-1)?.facts).toEqual([
      { name: 'percent', number: 30 },
      { name: 'text', text: '已约谈窗口' },
      { name: 'next_step', text: '整改' },
    ]);
    expect(version).toBe(5);
    expect(ball).toMatchObject({ step: 'work', departments: [{ name: '行政审批局' }, { name: '建设局' }] });
  });

  it('shows the lines it brought into the ledger', async () => {
    const { itemId, complaintId } = await anItemBeingVerified(house, cast);
    taken(await verified(itemId));
    taken(await called(complaintId));
    taken(await strikeOff(house, cast.triage, { itemId }));
    const { scoreLines, ball } = await seen(cast.officer, itemId);
    expect(scoreLines).toMatchObject([
      {
        rule: 'struck_off_on_time',
        centipoints: 100,
        period: '2026-Q4',
        eventType: 'ItemStruckOff',
        policyVersion: 'scoring-1',
      },
    ]);
    expect(ball.step).toBe('nothing');
  });
});

describe('blindness', () => {
  it('keeps a finding from everybody but its author until both are filed', async () => {
    const { itemId, complaintId } = await anItemBeingVerified(house, cast);
    taken(await verified(itemId));
    for (const actor of [
      cast.triage,
      cast.thirdInspector,
      cast.assessor,
      cast.leader,
      cast.officer,
      cast.auditor,
    ]) {
      const item = await seen(actor, itemId);
      expect(JSON.stringify(item)).not.toContain('督查所见密语');
      expect(item.verification).toMatchObject({ state: 'awaiting_second', filed: ['A'], findings: [] });
      expect(item.timeline.at(-1)?.facts).toEqual([
        { name: 'kind', kind: 'verification' },
        { name: 'is_withheld', is: true },
      ]);
    }
    expect((await seen(cast.inspector, itemId)).verification?.findings).toMatchObject([
      { text: '督查所见密语' },
    ]);
    taken(await called(complaintId));
    const both = (await seen(cast.triage, itemId)).verification;
    expect(both?.findings.map(({ part, text }) => [part, text])).toEqual([
      ['A', '督查所见密语'],
      ['B', '回访所闻密语'],
    ]);
  });

  it('is not undone by the page of the complaint', async () => {
    const { itemId, complaintId } = await anItemBeingVerified(house, cast);
    taken(await called(complaintId, false));
    const page = async (actor: Actor) => taken(await readComplaint(house, actor, { complaintId }));
    for (const actor of [cast.inspector, cast.triage, cast.leader]) {
      const { callbacks, timeline } = await page(actor);
      expect(callbacks).toEqual([]);
      expect(timeline.map(({ event }) => event.type)).not.toContain('CallbackRecorded');
    }
    expect((await page(cast.clerk)).callbacks).toHaveLength(1);
    taken(await verified(itemId));
    expect((await page(cast.inspector)).callbacks).toMatchObject([{ answers: { solved: false } }]);
  });

  it('keeps what the complainant said on the phone from the departments, also afterwards', async () => {
    const { itemId, complaintId } = await anItemBeingVerified(house, cast);
    taken(await verified(itemId, false));
    taken(await called(complaintId, false));
    taken(await sendToRework(house, cast.triage, { itemId, reason: '未解决' }));
    const item = JSON.stringify(await seen(cast.head, itemId));
    expect(item).not.toContain('回访所闻密语');
    expect(item).toContain('督查所见密语');
  });
});

describe('what may be done next', () => {
  const actionsOf = async (actor: Actor, itemId: string) =>
    (await seen(actor, itemId)).actions.map(({ action, refusal }) => [action, refusal?.code ?? 'lawful']);

  it('offers the lawful moves, and says why another is refused', async () => {
    const { itemId } = await anAssignedItem(house, cast);
    expect(await actionsOf(cast.officer, itemId)).toEqual([
      ['sign', 'lawful'],
      ['return', 'not_authorised'],
      ['report_progress', 'illegal_move'],
    ]);
    expect(await actionsOf(cast.head, itemId)).toEqual([
      ['sign', 'lawful'],
      ['return', 'lawful'],
      ['report_progress', 'illegal_move'],
    ]);
    expect(await actionsOf(cast.auditor, itemId)).toEqual([]);
    taken(await signItem(house, cast.officer, { itemId }));
    taken(await reportProgress(house, cast.officer, { itemId, text: '推进中', percent: 10 }));
    expect(await actionsOf(cast.officer, itemId)).toEqual([
      ['report_progress', 'lawful'],
      ['complete_measure', 'lawful'],
      ['request_strike_off', 'measures_open'],
    ]);
  });

  /** A visit is possible at any time. */
  const VISIT = ['record_visit', 'lawful'];

  it('holds every disposition back until there are two findings', async () => {
    const { itemId, complaintId } = await anItemBeingVerified(house, cast);
    expect(await actionsOf(cast.triage, itemId)).toEqual([
      ...['strike_off', 'send_to_rework', 'watch', 'make_long_running', 'refer_up'].map((action) => [
        action,
        'two_findings_needed',
      ]),
      ['form_team', 'lawful'],
      VISIT,
    ]);
    expect(await actionsOf(cast.inspector, itemId)).toEqual([['file_verification', 'lawful'], VISIT]);
    expect(await actionsOf(cast.thirdInspector, itemId)).toEqual([
      ['file_verification', 'not_the_inspector'],
      VISIT,
    ]);
    expect(await actionsOf(cast.assessor, itemId)).toEqual([['file_corroboration', 'callback_first']]);
    taken(await verified(itemId));
    taken(await called(complaintId, false));
    expect(await actionsOf(cast.thirdInspector, itemId)).toContainEqual(['file_third_check', 'lawful']);
  });
});
