import type { Actor } from '@bihuan/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyAudit } from '../operations/verify-audit.ts';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { anItemBeingVerified, refusalOf, taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { decideObjection } from './decide-objection.ts';
import { decideReview } from './decide-review.ts';
import { declineComplaint } from './decline-complaint.ts';
import { objectToDecline } from './object-to-decline.ts';
import { readComplaint } from './read-complaint.ts';
import { readInbox } from './read-inbox.ts';
import { recordCheckCall } from './record-check-call.ts';
import { requestReview } from './request-review.ts';
import { submitComplaint } from './submit-complaint.ts';
import { aClosedComplaint, theComplainant } from './testing/answered.ts';
import { trackComplaint } from './track-complaint.ts';
import { withdrawComplaint } from './withdraw-complaint.ts';

let house: TestHouse;
let cast: Cast;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
beforeEach(() => house.at('2026-10-12T01:00:00.000Z'));
afterAll(() => house.drop());

const REASON = '法院没有受理过，法院让我来找窗口。';
const OPINION = '经审查，原决定依据不足，应当受理。';

async function aDeclinedComplaint(): Promise<string> {
  const { complaintId } = taken(
    await submitComplaint(house, theComplainant(''), {
      channel: 'portal',
      complainantKind: 'citizen',
      openness: 'anonymous',
      title: '押金不退',
      body: '退租三个月了，物业一直不退押金，跑了五趟。',
    }),
  );
  const decline = { reason: 'court', competentBody: '区人民法院', notice: '请向人民法院起诉解决。' };
  taken(await declineComplaint(house, cast.triage, { complaintId, ...decline }));
  return complaintId;
}

const waits = async (actor: Actor, kind: string, complaintId: string) =>
  taken(await readInbox(house, actor)).some(
    (section) => section.kind === kind && section.lines.some(({ id }) => id === complaintId),
  );
const shown = async (complaintId: string) =>
  taken(await trackComplaint(house, theComplainant(complaintId), { complaintId }));

describe('an objection to a decline', () => {
  it('waits for everybody but the one who declined, and its answer is shown', async () => {
    const complaintId = await aDeclinedComplaint();
    expect((await shown(complaintId)).moves.map(({ command }) => command)).toEqual([
      'object_to_decline',
      'request_review',
    ]);
    taken(await objectToDecline(house, theComplainant(complaintId), { complaintId, reason: REASON }));
    expect(await shown(complaintId)).toMatchObject({
      status: 'objected',
      holder: { kind: 'objection' },
      clock: { kind: 'objection', daysLeft: 5 },
      objection: { reason: REASON, decided: null },
    });
    expect(await waits(cast.triage, 'objections', complaintId)).toBe(false);
    expect(await waits(cast.secondTriage, 'objections', complaintId)).toBe(true);
    expect(await waits(cast.leader, 'objections', complaintId)).toBe(true);

    const form = { complaintId, ruling: 'upheld', text: OPINION };
    expect(refusalOf(await decideObjection(house, cast.triage, form))).toBe('decided_by_same_person');
    expect(refusalOf(await decideObjection(house, cast.officer, form))).toBe('not_found');
    taken(await decideObjection(house, cast.secondTriage, form));
    expect(await shown(complaintId)).toMatchObject({
      status: 'submitted',
      clock: { kind: 'triage' },
      objection: { decided: { isUpheld: true, text: OPINION } },
    });
    const again = { reason: 'court', competentBody: '法院', notice: '请向人民法院起诉解决。' };
    expect(refusalOf(await declineComplaint(house, cast.triage, { complaintId, ...again }))).toBe(
      'objection_was_upheld',
    );
  });

  it('sent twice is one', async () => {
    const complaintId = await aDeclinedComplaint();
    const form = { complaintId, version: 2, reason: REASON };
    const holder = theComplainant(complaintId);
    taken(await objectToDecline(house, holder, form));
    expect((await objectToDecline(house, holder, form)).ok).toBe(true);
    expect((await shown(complaintId)).timeline.filter(({ kind }) => kind === 'objected')).toHaveLength(1);
  });
});

describe('a second-level review', () => {
  it('waits for another unit than those that had a word in it', async () => {
    const { complaintId } = await aClosedComplaint(house, cast);
    taken(
      await requestReview(house, theComplainant(complaintId), { complaintId, reason: '答复引用的规定不对' }),
    );
    expect(await waits(cast.assessor, 'reviews', complaintId)).toBe(true);
    // The supervision office published the answer, and this inspector sits in it.
    expect(await waits(cast.inspector, 'reviews', complaintId)).toBe(false);
    const form = { complaintId, ruling: 'changed', text: '原答复引用的规定已经废止，应当重新办理。' };
    expect(refusalOf(await decideReview(house, cast.inspector, form))).toBe('reviewed_by_same_unit');
    expect(refusalOf(await decideReview(house, cast.concernedInspector, form))).toBe('reviewed_by_same_unit');
    taken(await decideReview(house, cast.assessor, form));
    expect(await shown(complaintId)).toMatchObject({
      status: 'reopened',
      review: { decided: { isChanged: true, text: form.text } },
    });
    expect(await waits(cast.triage, 'to_take_up', complaintId)).toBe(true);
  });

  it('of a rejected objection is read by whoever decides it', async () => {
    const complaintId = await aDeclinedComplaint();
    const holder = theComplainant(complaintId);
    taken(await objectToDecline(house, holder, { complaintId, reason: REASON }));
    taken(await decideObjection(house, cast.leader, { complaintId, ruling: 'rejected', text: OPINION }));
    expect((await readComplaint(house, cast.assessor, { complaintId })).ok).toBe(false);
    taken(await requestReview(house, holder, { complaintId, reason: REASON }));
    expect((await readComplaint(house, cast.assessor, { complaintId })).ok).toBe(true);
    taken(await decideReview(house, cast.assessor, { complaintId, ruling: 'confirmed', text: OPINION }));
    expect(await shown(complaintId)).toMatchObject({
      status: 'declined',
      review: { decided: { isChanged: false } },
    });
  });
});

describe('the check call after a withdrawal', () => {
  it('is work of the window, and a pressed complainant gets the case back', async () => {
    const { complaintId } = await anItemBeingVerified(house, cast);
    taken(await withdrawComplaint(house, theComplainant(complaintId), { complaintId, reason: '不用办了' }));
    expect(await waits(cast.clerk, 'check_calls', complaintId)).toBe(true);
    const note = '说是部门的人让他撤的，不撤就不给办。';
    taken(
      await recordCheckCall(house, cast.clerk, { complaintId, outcome: 'not_reached', note: '无人接听' }),
    );
    expect(await waits(cast.clerk, 'check_calls', complaintId)).toBe(true);
    taken(await recordCheckCall(house, cast.clerk, { complaintId, outcome: 'pressed', note }));
    expect(await waits(cast.clerk, 'check_calls', complaintId)).toBe(false);
    const tracking = await shown(complaintId);
    expect(tracking.status).toBe('reopened');
    expect(tracking.timeline.at(-1)).toMatchObject({ kind: 'check_called', outcome: 'pressed' });
    expect(JSON.stringify(taken(await readComplaint(house, cast.officer, { complaintId })))).not.toContain(
      note,
    );
    expect(JSON.stringify(tracking)).not.toContain(note);
  });
});

it('leaves a history that folds to what is kept', async () => {
  expect(await verifyAudit(house, {})).toMatchObject({ chains: { faults: [] }, replay: { differences: [] } });
});
