import { replayRows } from '@bihuan/db';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readScoreboard } from '../../appraisal/read-scoreboard.ts';
import { castPeople, type Cast } from '../../supervision/testing/cast.ts';
import { refusalOf, taken } from '../../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { anAnsweredComplaint, theComplainant } from '../testing/answered.ts';
import { trackComplaint } from '../track-complaint.ts';
import { rateByLink, readRatingLink } from './rate-by-link.ts';
import { ratingToken } from './rating-token.ts';
import { clearFlaggedRating, listFlaggedRatings, noteStaffAddress } from './rating-trace.ts';
import { listReviews, readReview, waitingReviews } from './read-review.ts';
import { takeReviewStep, type ReviewStep } from './take-review-step.ts';

let house: TestHouse;
let cast: Cast;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
beforeEach(() => house.at('2026-10-12T01:00:00.000Z'));
afterAll(() => house.drop());

const PHONE = { address: '203.0.113.7', device: 'Phone' };

async function aBadRating() {
  const { complaintId } = await anAnsweredComplaint(house, cast);
  const token = ratingToken(house, complaintId, 1);
  const device = `${PHONE.device} ${complaintId}`;
  taken(await rateByLink(house, PHONE.address, { token, device, level: 'dissatisfied' }));
  const review = await house.db.prisma.ratingReview.findFirstOrThrow({ where: { complaintId } });
  const take = (actor: Cast['clerk'], step: ReviewStep, input: object) =>
    takeReviewStep(house, actor, step, { reviewId: review.id, ...input });
  return { complaintId, token, reviewId: review.id, take };
}

describe('a rating link', () => {
  it('opens one answer for its holder, and nothing once it is forged, old or overtaken', async () => {
    const { complaintId } = await anAnsweredComplaint(house, cast);
    const token = ratingToken(house, complaintId, 1);
    expect(taken(await readRatingLink(house, { token }))).toMatchObject({ until: '2026-10-26', ratings: [] });
    const forged = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`;
    for (const wrong of [forged, '', 'x'.repeat(200), ratingToken(house, complaintId, 2)])
      expect(refusalOf(await readRatingLink(house, { token: wrong }))).toBe('not_found');
    house.at('2026-10-27T01:00:00.000Z');
    const late = { token, level: 'satisfied' };
    expect(refusalOf(await rateByLink(house, PHONE.address, late))).toBe('not_found');
  });

  it('keeps every rating, the last one counting, and a double submit once', async () => {
    const { complaintId } = await anAnsweredComplaint(house, cast);
    const token = ratingToken(house, complaintId, 1);
    for (const level of ['basically_satisfied', 'satisfied', 'satisfied'])
      taken(await rateByLink(house, PHONE.address, { token, level }));
    const { ratings } = taken(await readRatingLink(house, { token }));
    expect(ratings.map(({ level }) => level)).toEqual(['basically_satisfied', 'satisfied']);
    expect(await house.db.prisma.ratingReview.count({ where: { complaintId } })).toBe(0);
  });

  it('asks a person to look where it came from an address of the office, keeping hashes only', async () => {
    const { complaintId } = await anAnsweredComplaint(house, cast);
    await noteStaffAddress(house, '10.1.1.1');
    const token = ratingToken(house, complaintId, 1);
    taken(await rateByLink(house, '10.1.1.1', { token, level: 'very_satisfied', device: 'Desk' }));
    const flagged = taken(await listFlaggedRatings(house, cast.appraisalAdmin));
    expect(flagged).toMatchObject([{ complaintId, flag: 'staff_address' }]);
    const [trace] = await house.db.prisma.ratingTrace.findMany({ where: { complaintId } });
    expect(Buffer.from(trace?.addressHash ?? []).toString()).not.toContain('10.1.1.1');
    expect(refusalOf(await listFlaggedRatings(house, cast.officer))).toBe('not_found');
    taken(await clearFlaggedRating(house, cast.appraisalAdmin, { traceId: trace?.id }));
    expect(taken(await listFlaggedRatings(house, cast.appraisalAdmin))).toEqual([]);
  });
});

describe('the loop of a bad rating', () => {
  it('opens one review, waits for each in turn and ends with a new callback', async () => {
    const { complaintId, token, reviewId, take } = await aBadRating();
    taken(await rateByLink(house, PHONE.address, { token, level: 'very_dissatisfied' }));
    expect(await house.db.prisma.ratingReview.count({ where: { complaintId } })).toBe(1);
    const waits = async (actor: Cast['clerk']) =>
      (await waitingReviews(house, actor)).some(({ id }) => id === reviewId);
    expect([await waits(cast.clerk), await waits(cast.officer)]).toEqual([true, false]);
    taken(await take(cast.clerk, 'make_contact', { isReached: 'true', note: '反映人说态度生硬' }));
    taken(await take(cast.thirdInspector, 'verify', { isFounded: 'true', text: '监控核实，情况属实' }));
    expect([await waits(cast.clerk), await waits(cast.officer)]).toEqual([false, true]);
    taken(await take(cast.officer, 'rectify', { text: '已当面致歉，窗口增派人员' }));
    taken(await take(cast.triage, 'reply', { text: '窗口已整改并向您致歉。' }));
    const answers = { contacted: 'true', solved: 'true', satisfaction: 'satisfied' };
    expect(await take(cast.clerk, 'record_callback', { outcome: 'valid' })).toMatchObject({
      fields: { satisfaction: 'required' },
    });
    taken(await take(cast.clerk, 'record_callback', { outcome: 'valid', ...answers }));
    const tracking = taken(await trackComplaint(house, theComplainant(complaintId), { complaintId }));
    expect(tracking.reviews).toMatchObject([{ status: 'closed', reply: '窗口已整改并向您致歉。' }]);
  });

  it('is read by the office and the department rated, by no other', async () => {
    const { reviewId } = await aBadRating();
    expect(taken(await readReview(house, cast.officer, { reviewId })).steps).toEqual([]);
    expect(taken(await readReview(house, cast.head, { reviewId })).steps).toEqual(['appeal']);
    expect(refusalOf(await readReview(house, cast.strangerOfficer, { reviewId }))).toBe('not_found');
    expect(taken(await listReviews(house, cast.strangerOfficer))).toEqual([]);
  });

  it('leaves the rates only by the vote of a panel, and the number of such cases stands beside them', async () => {
    const before = await lineOf(cast.approvals);
    const { reviewId, take } = await aBadRating();
    taken(await take(cast.head, 'appeal', { reason: 'mistaken', text: '评价对象是另一个窗口' }));
    const panel = [cast.leader.staffId, cast.assessor.staffId];
    taken(await take(cast.appraisalAdmin, 'name_panel', { panel }));
    for (const member of [cast.leader, cast.assessor])
      taken(await take(member, 'vote', { isUpheld: 'true', reason: '录音可以证明' }));
    taken(await take(cast.appraisalAdmin, 'rule', { publicReason: '评价对象为其他窗口。' }));
    const after = await lineOf(cast.approvals);
    expect(after?.callbacks.valid).toBe(before?.callbacks.valid ?? 0);
    expect(after?.excluded).toBe((before?.excluded ?? 0) + 1);
    const page = taken(await readReview(house, cast.triage, { reviewId }));
    expect(page.line).toMatchObject({ outcome: 'excluded', isExcluded: true });
  });

  it('replays from its events to the row that is kept', async () => {
    await aBadRating();
    expect((await replayRows(house.db)).differences).toEqual([]);
  });
});

async function lineOf(departmentId: string) {
  const board = taken(await readScoreboard(house, {}));
  return board.departments.find(({ id }) => id === departmentId);
}
