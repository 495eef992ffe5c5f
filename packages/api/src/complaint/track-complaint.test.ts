import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import {
  anAcceptedComplaint,
  anAssignedItem,
  anItemWithMeasuresDone,
  refusalOf,
  taken,
} from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { revealContact } from './reveal-contact.ts';
import { submitComplaint } from './submit-complaint.ts';
import { aClosedComplaint, anAnsweredComplaint, give, theComplainant } from './testing/answered.ts';
import { trackComplaint } from './track-complaint.ts';

let house: TestHouse;
let cast: Cast;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
beforeEach(() => house.at('2026-10-12T01:00:00.000Z'));
afterAll(() => house.drop());

const track = (complaintId: string) => trackComplaint(house, theComplainant(complaintId), { complaintId });
const tracked = async (complaintId: string) => taken(await track(complaintId));

const MARKED = {
  channel: 'portal',
  complainantKind: 'citizen',
  openness: 'confidential',
  title: '工商变更跑了四趟没办成',
  body: '经营范围变更材料交了四次，每次要求补的都不一样。',
  name: '记号甲乙',
  phone: '13900001234',
  email: 'marked@example.com',
};

describe('trackComplaint', () => {
  it('shows who looked at the contact data: unit, moment and reason, not the person', async () => {
    const { complaintId } = taken(await submitComplaint(house, theComplainant(''), MARKED));
    expect((await tracked(complaintId)).looks).toEqual([]);
    house.at('2026-10-12T02:30:00.000Z');
    taken(await revealContact(house, cast.clerk, { complaintId, reason: '核对材料' }));
    const { looks } = await tracked(complaintId);
    expect(looks).toMatchObject([{ at: '2026-10-12T02:30:00.000Z', reason: '核对材料' }]);
    expect(Object.keys(looks[0] ?? {})).toEqual(['at', 'reason', 'fields', 'unit']);
  });

  it('shows a new complaint with the triage date and its proof', async () => {
    const { complaintId } = taken(await submitComplaint(house, theComplainant(''), MARKED));
    const { status, holder, clock, moves, timeline } = await tracked(complaintId);
    expect({ status, holder }).toEqual({ status: 'submitted', holder: { kind: 'triage' } });
    expect(clock).toMatchObject({
      kind: 'triage',
      due: { date: '2026-10-13', half: 'am', provisional: false },
      daysLeft: 0.5,
      proof: [
        { date: '2026-10-12', verdict: 'start' },
        { date: '2026-10-13', verdict: 'due' },
      ],
    });
    expect(moves).toEqual([
      { command: 'supplement', refusal: null },
      { command: 'urge', refusal: null },
      { command: 'withdraw', refusal: null },
    ]);
    expect(timeline.map(({ kind, doer }) => `${kind} ${doer}`)).toEqual(['submitted complainant']);
  });

  it('is found by the complainant alone', async () => {
    const complaintId = await anAcceptedComplaint(house, cast);
    const stranger = theComplainant('00000000-0000-4000-8000-000000000001');
    expect(refusalOf(await trackComplaint(house, stranger, { complaintId }))).toBe('not_found');
    expect(refusalOf(await trackComplaint(house, cast.triage, { complaintId }))).toBe('not_found');
    expect(refusalOf(await track('00000000-0000-4000-8000-000000000001'))).toBe('not_found');
  });

  it('names the lead department and tells the steps of the item in general words', async () => {
    const { complaintId } = await anItemWithMeasuresDone(house, cast);
    const { holder, clock, timeline } = await tracked(complaintId);
    expect(holder).toEqual({ kind: 'department', department: { name: '行政审批局', nameEn: 'D01' } });
    expect(clock).toMatchObject({ kind: 'resolution', due: { date: '2026-10-19' }, daysLeft: 5 });
    expect(timeline.map(({ kind }) => kind)).toEqual([
      'submitted',
      'accepted',
      'under_supervision',
      'signed',
      'advancing',
    ]);
    expect(timeline[2]).toMatchObject({ department: { name: '行政审批局' }, round: 1 });
  });

  it('keeps contact data, staff, findings and reports inside, in every state', async () => {
    const { complaintId, itemId } = await aClosedComplaint(house, cast);
    const { complaintId: marked } = taken(await submitComplaint(house, theComplainant(''), MARKED));
    const texts = JSON.stringify([await tracked(complaintId), await tracked(marked)]);
    const staff = Object.values(cast).flatMap((one) => (typeof one === 'string' ? [] : [one.staffId]));
    const inside = [
      '记号甲乙',
      '13900001234',
      'marked@example.com',
      '现场核对',
      '已约谈窗口负责人',
      '告知书编号',
      itemId,
    ];
    expect([...inside, ...staff].filter((text) => texts.includes(text))).toEqual([]);
  });

  it('shows the answer, and until when it may be rated', async () => {
    const { complaintId } = await anAnsweredComplaint(house, cast);
    const { status, holder, clock, answers, rateUntil, moves, timeline } = await tracked(complaintId);
    expect({ status, holder, rateUntil }).toEqual({
      status: 'answered',
      holder: { kind: 'complainant' },
      rateUntil: '2026-10-26',
    });
    expect(clock).toMatchObject({ kind: 'confirmation', due: { date: '2026-10-19' } });
    expect(answers).toMatchObject([{ outcome: 'solved' }]);
    expect(moves.map(({ command }) => command)).toEqual(['confirm', 'dispute', 'rate']);
    expect(timeline.map(({ kind }) => kind).slice(-4)).toEqual([
      'verification_opened',
      'called_back',
      'verified',
      'answered',
    ]);
  });

  it('offers reopening of a closed case until a day, and then says that it is over', async () => {
    const { complaintId } = await aClosedComplaint(house, cast);
    const before = await tracked(complaintId);
    expect(before).toMatchObject({
      status: 'closed',
      closedBy: 'confirmation',
      reopenUntil: '2026-10-27',
      clock: null,
    });
    house.at('2026-11-12T01:00:00.000Z');
    const { moves } = await tracked(complaintId);
    expect(moves).toEqual([
      { command: 'rate', refusal: { code: 'rating_closed' } },
      { command: 'reopen', refusal: { code: 'reopen_closed' } },
      { command: 'request_review', refusal: { code: 'review_closed', data: { last: '2026-11-11' } } },
    ]);
  });

  it('shows the handling as paused while the complainant is waited for', async () => {
    const { complaintId } = await anAssignedItem(house, cast);
    await give(house, cast.triage, complaintId, { type: 'ask_complainant', question: '是哪个窗口？' });
    const { holder, question, clock, pausedClock } = await tracked(complaintId);
    expect({ holder, question }).toEqual({ holder: { kind: 'complainant' }, question: '是哪个窗口？' });
    expect(clock).toMatchObject({ kind: 'waiting', due: { date: '2026-10-26' } });
    expect(pausedClock).toMatchObject({ kind: 'resolution', due: null, pausedSince: '2026-10-13' });
  });

  it('follows the surviving complaint after a merge, through a second merge too', async () => {
    const [first, second, third] = [
      await anAcceptedComplaint(house, cast),
      await anAcceptedComplaint(house, cast),
      await anAcceptedComplaint(house, cast),
    ];
    const number = async (id: string) => (await tracked(id)).trackingNumber;
    const thirdNumber = await number(third);
    await give(house, cast.triage, first, {
      type: 'merge',
      survivorId: second,
      survivorNumber: await number(second),
    });
    await give(house, cast.triage, second, { type: 'merge', survivorId: third, survivorNumber: thirdNumber });
    const { status, survivor, moves } = await tracked(first);
    expect(status).toBe('merged');
    expect(survivor).toMatchObject({
      trackingNumber: thirdNumber,
      status: 'accepted',
      holder: { kind: 'triage' },
    });
    expect(moves).toEqual([]);
  });

  it('tells a late case as late, with the crossing once', async () => {
    const complaintId = await anAcceptedComplaint(house, cast);
    house.at('2026-10-27T01:00:00.000Z');
    await give(house, { kind: 'system' }, complaintId, { type: 'cross_deadline' });
    const { clock, timeline } = await tracked(complaintId);
    expect(clock?.daysLeft).toBe(-6);
    expect(timeline.filter(({ kind }) => kind === 'deadline_crossed')).toMatchObject([
      { clock: 'resolution', due: { date: '2026-10-19' } },
    ]);
  });
});
