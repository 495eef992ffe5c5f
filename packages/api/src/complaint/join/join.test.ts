import { readStream, replayRows } from '@bihuan/db';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { readReceipt } from '../../receipt/read-receipt.ts';
import { castPeople, type Cast } from '../../supervision/testing/cast.ts';
import { anAssignedItem, anItemBeingVerified, refusalOf, taken } from '../../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { fileFromPortal } from '../draft/file-from-portal.ts';
import { openTracking } from '../open-tracking.ts';
import { rateComplaint } from '../rate-complaint.ts';
import { rateByLink, readRatingLink } from '../rating-review/rate-by-link.ts';
import { ratingToken } from '../rating-review/rating-token.ts';
import { readInbox } from '../read-inbox.ts';
import { answerVerified, give, theComplainant } from '../testing/answered.ts';
import { trackComplaint } from '../track-complaint.ts';
import { unmergeComplaint } from '../unmerge-complaint.ts';
import { joinToken } from './join-token.ts';
import { joinableCases, readJoinableCase } from './joinable-case.ts';

let house: TestHouse;
let cast: Cast;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
beforeEach(() => house.at('2026-10-12T01:00:00.000Z'));
afterAll(() => house.drop());

const ANYONE = { kind: 'complainant', complaintId: '' } as const;
const OPEN = { openness: 'open', mayPublish: true };
const MINE = {
  ...{ complainantKind: 'citizen', openness: 'confidential', title: '工商变更跑了四趟没办成' },
  body: '我也是同样的材料，被要求补了三次，每次说法都不一样。',
  ...{ name: '共同反映人庚', phone: '13700137000' },
};

let filings = 0;
const join = (complaintId: string, more: object = {}) => {
  filings += 1;
  const once = `join-${filings}`;
  const token = joinToken(house, complaintId);
  return fileFromPortal(house, ANYONE, `10.9.0.${filings}`, { ...MINE, once, joins: token, ...more });
};
const track = async (complaintId: string) =>
  taken(await trackComplaint(house, theComplainant(complaintId), { complaintId }));

it('gives number, code and receipt of their own to whoever joins, and the progress of the case', async () => {
  const { complaintId: first } = await anAssignedItem(house, cast, OPEN);
  const joined = taken(await join(first));
  const opened = await openTracking(house, '10.9.1.1', {
    ...{ number: joined.trackingNumber, code: joined.queryCode },
  });
  expect(taken(opened).complaintId).toBe(joined.complaintId);
  const holder = theComplainant(joined.complaintId);
  const receipt = taken(await readReceipt(house, holder, { complaintId: joined.complaintId }));
  expect(receipt.trackingNumber).toBe(joined.trackingNumber);
  const tracking = await track(joined.complaintId);
  expect(tracking).toMatchObject({
    status: 'merged',
    alsoReported: 1,
    survivor: { status: 'under_supervision', holder: { kind: 'department' }, answers: [] },
  });
  expect(tracking.timeline.map(({ kind, doer }) => [kind, doer])).toEqual([
    ['submitted', 'complainant'],
    ['joined', 'complainant'],
  ]);
  expect((await readStream(house.db, joined.complaintId)).map(({ type }) => type)).toEqual([
    'ComplaintSubmitted',
    'ComplaintJoined',
  ]);
  for (const page of [tracking, await track(first)]) {
    expect(JSON.stringify(page)).not.toMatch(/反映人甲|共同反映人庚|13800138000|13700137000/);
  }
  expect((await track(first)).alsoReported).toBe(1);
});

it('makes one complaint of a form sent many times, and one filing of the hour', async () => {
  const { complaintId } = await anAssignedItem(house, cast, OPEN);
  const before = await house.db.prisma.complaint.count();
  const joins = joinToken(house, complaintId);
  const form = { ...MINE, once: 'join-same', joins };
  const sent = await Promise.all(
    Array.from({ length: 50 }, () => fileFromPortal(house, ANYONE, '10.9.2.1', form)),
  );
  expect(new Set(sent.map((one) => taken(one).queryCode)).size).toBe(1);
  expect(sent.filter((one) => taken(one).isNew)).toHaveLength(1);
  expect(await house.db.prisma.complaint.count()).toBe(before + 1);
  for (let count = 0; count < 29; count += 1)
    taken(await fileFromPortal(house, ANYONE, '10.9.2.1', { ...form, once: `join-more-${count}` }));
  const tooMany = await fileFromPortal(house, ANYONE, '10.9.2.1', { ...form, once: 'join-too-many' });
  expect(refusalOf(tooMany)).toBe('too_many_filings');
  await give(house, theComplainant(complaintId), complaintId, { type: 'withdraw', reason: '不再需要' });
  expect(taken(await fileFromPortal(house, ANYONE, '10.9.2.2', form)).isNew).toBe(false);
});

it('lets nobody see or join a case that is not open to others, and files nothing then', async () => {
  const closed = [
    (await anAssignedItem(house, cast, { mayPublish: true })).complaintId,
    (await anAssignedItem(house, cast, { openness: 'open' })).complaintId,
  ];
  const ended = (await anAssignedItem(house, cast, OPEN)).complaintId;
  await give(house, theComplainant(ended), ended, { type: 'withdraw', reason: '不再需要' });
  const before = await house.db.prisma.complaint.count();
  for (const complaintId of [...closed, ended]) {
    const token = joinToken(house, complaintId);
    expect(refusalOf(await readJoinableCase(house, { token }))).toBe('not_found');
    expect(refusalOf(await join(complaintId))).toBe('cannot_be_joined');
  }
  const open = (await anAssignedItem(house, cast, OPEN)).complaintId;
  const forged = `${joinToken(house, open).slice(0, -2)}__`;
  for (const joins of [forged, open, 'x'.repeat(99)])
    expect(refusalOf(await join(open, { joins }))).toBe('cannot_be_joined');
  expect(await house.db.prisma.complaint.count()).toBe(before + 1);
  const offered = await joinableCases(house, [...closed, open, ended], 5);
  expect(offered).toMatchObject([{ title: '工商变更跑了四趟没办成', reports: 1 }]);
});

it('shows them the answer without whoever it was written to, and lets each rate for themself', async () => {
  const { complaintId, itemId } = await anItemBeingVerified(house, cast, OPEN);
  const joined = taken(await join(complaintId));
  const answer = '反映人甲您好，事项已办结，电话13800138000已登记。';
  await answerVerified(house, cast, { complaintId, itemId }, answer);
  const mine = theComplainant(joined.complaintId);
  const tracking = await track(joined.complaintId);
  expect(tracking.survivor?.answers[0]?.text).toBe('***您好，事项已办结，电话***已登记。');
  expect(tracking).toMatchObject({ rateUntil: '2026-10-26', moves: [{ command: 'rate', refusal: null }] });
  const rating = { complaintId: joined.complaintId, level: 'dissatisfied' };
  taken(await rateComplaint(house, mine, rating));
  expect((await track(joined.complaintId)).ratings).toMatchObject([{ level: 'dissatisfied' }]);
  expect((await track(complaintId)).ratings).toEqual([]);
  const review = await house.db.prisma.ratingReview.findFirst({
    where: { complaintId: joined.complaintId },
  });
  expect(review?.departmentId).toBe(cast.approvals);
  const token = ratingToken(house, joined.complaintId, 1);
  expect(taken(await readRatingLink(house, { token }))).toMatchObject({
    trackingNumber: joined.trackingNumber,
    answer: '***您好，事项已办结，电话***已登记。',
  });
  taken(await rateByLink(house, '10.9.3.1', { token, level: 'satisfied' }));
  expect((await track(joined.complaintId)).ratings.at(-1)).toMatchObject({ level: 'satisfied' });
});

it('is parted by triage to a clock of its own, and comes up where its case ended', async () => {
  const { complaintId } = await anAssignedItem(house, cast, OPEN);
  const joined = taken(await join(complaintId));
  const left = async () => {
    const inbox = taken(await readInbox(house, cast.triage));
    return inbox.some(
      ({ kind, lines }) => kind === 'left_behind' && lines.some((one) => one.id === joined.complaintId),
    );
  };
  expect(await left()).toBe(false);
  house.at('2026-10-20T01:00:00.000Z');
  await give(house, theComplainant(complaintId), complaintId, { type: 'withdraw', reason: '不再需要' });
  expect(await left()).toBe(true);
  const ref = { complaintId: joined.complaintId, reason: '主诉求已撤回，单独办理' };
  taken(await unmergeComplaint(house, cast.triage, ref));
  expect(await left()).toBe(false);
  expect(await track(joined.complaintId)).toMatchObject({
    status: 'submitted',
    clock: { kind: 'triage', due: { date: '2026-10-21', half: 'am', provisional: false } },
  });
  expect((await replayRows(house.db)).differences).toEqual([]);
});
