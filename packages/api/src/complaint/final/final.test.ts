import { replayRows } from '@bihuan/db';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { castPeople, type Cast } from '../../supervision/testing/cast.ts';
import { refusalOf, taken } from '../../supervision/testing/stages.ts';
import { drainNotices } from '../../notification/testing/drain-notices.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { decideReview } from '../decide-review.ts';
import { readComplaint } from '../read-complaint.ts';
import { readInbox } from '../read-inbox.ts';
import { reopenComplaint } from '../reopen-complaint.ts';
import { requestReview } from '../request-review.ts';
import { aClosedComplaint, theComplainant } from '../testing/answered.ts';
import { trackComplaint } from '../track-complaint.ts';
import { decideFinal } from './decide-final.ts';
import { proposeFinal } from './propose-final.ts';
import { readFinal } from './read-final.ts';
import { verifyFinal } from './verify-final.ts';

let house: TestHouse;
let cast: Cast;
let complaintId: string;

beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  ({ complaintId } = await aClosedComplaint(house, cast));
});
afterAll(() => house.drop());

const PROPOSED = {
  grounds: '复查后再次反映同一事实，没有新的事实和理由。',
  legalBasis: '信访工作条例第三十六条',
};
const APPROVED = { ruling: 'approved', text: '本件事实清楚、办理到位，予以终结。' };

it('is refused before the review, by the same person, and without a proposal', async () => {
  const propose = () => proposeFinal(house, cast.triage, { complaintId, ...PROPOSED });
  expect(refusalOf(await propose())).toBe('no_review_held');
  expect(refusalOf(await decideFinal(house, cast.leader, { complaintId, ...APPROVED }))).toBe(
    'no_final_proposed',
  );
  const person = theComplainant(complaintId);
  taken(await requestReview(house, person, { complaintId, reason: '认为答复与事实不符' }));
  const ruling = { complaintId, ruling: 'confirmed', text: '经复查，原答复事实清楚，予以维持。' };
  taken(await decideReview(house, cast.assessor, ruling));
  taken(await reopenComplaint(house, person, { complaintId, reason: '还是同样的事情' }));
  expect(
    await proposeFinal(house, cast.triage, { complaintId, grounds: '短', legalBasis: '' }),
  ).toMatchObject({
    fields: { grounds: 'too_short', legalBasis: 'required' },
  });
  taken(await propose());
  expect(refusalOf(await decideFinal(house, cast.triage, { complaintId, ...APPROVED }))).toBe(
    'not_authorised',
  );
  const both = { ...cast.triage, roles: ['triage_admin', 'leader'] } as const;
  expect(refusalOf(await decideFinal(house, both, { complaintId, ...APPROVED }))).toBe(
    'approved_by_proposer',
  );
  expect(refusalOf(await readFinal(house, person, { complaintId }))).toBe('not_found');
  const inbox = taken(await readInbox(house, cast.leader));
  expect(inbox.find(({ kind }) => kind === 'finals')?.lines).toMatchObject([{ id: complaintId }]);
  const page = taken(await readComplaint(house, cast.leader, { complaintId }));
  expect(page.dossier).toMatchObject({ ...PROPOSED, raisedAgain: { cause: 'reopened' }, approved: null });
  expect(page.moves).toContainEqual({ command: 'decide_final', refusal: null });
});

it('stands on the promise page, signed, and takes the place of another round', async () => {
  taken(await decideFinal(house, cast.leader, { complaintId, ...APPROVED }));
  await drainNotices(house);
  const told = { complaintId, template: 'finally_answered' };
  const messages = await house.db.prisma.message.findMany({ where: told, select: { channel: true } });
  expect(messages.map(({ channel }) => channel).sort()).toEqual(['sms']);
  const person = theComplainant(complaintId);
  const tracking = taken(await trackComplaint(house, person, { complaintId }));
  expect(tracking).toMatchObject({
    ...{ status: 'closed', closedBy: 'final', reopenUntil: null },
    final: { ...PROPOSED, text: APPROVED.text },
  });
  expect(tracking.timeline.at(-1)).toMatchObject({ kind: 'finally_answered', text: APPROVED.text });
  const reopened = await reopenComplaint(house, person, { complaintId, reason: '再次要求办理' });
  expect(refusalOf(reopened)).toBe('finally_answered');
  const signed = taken(await readFinal(house, person, { complaintId }));
  expect(signed.dossier.rounds).toMatchObject([{ round: 1, answers: [{ outcome: 'solved' }] }]);
  for (const text of [signed.text, signed.verifyAddress])
    expect(await verifyFinal(house, { text })).toMatchObject({
      value: { trackingNumber: tracking.trackingNumber, keyId: 'r1', isOnRecord: true },
    });
  const edited = signed.text.replace(signed.dossierHash.slice(0, 6), '000000');
  expect(refusalOf(await verifyFinal(house, { text: edited }))).toBe('receipt_forged');
  expect(refusalOf(await verifyFinal(house, { text: signed.text.slice(0, -1) }))).toBe('receipt_incomplete');
  expect(refusalOf(await readFinal(house, theComplainant(house.newId()), { complaintId }))).toBe('not_found');
  expect(refusalOf(await readFinal(house, cast.officer, { complaintId }))).toBe('not_found');
  expect((await readComplaint(house, cast.officer, { complaintId })).ok).toBe(true);
  expect(taken(await readComplaint(house, cast.officer, { complaintId })).dossier).toBeNull();
  expect((await replayRows(house.db)).differences).toEqual([]);
});
