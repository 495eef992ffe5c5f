import { describe, expect, it } from 'vitest';
import {
  aComplaint,
  aComplaintContext,
  aStaffMember,
  assessor,
  clerk,
  complainant,
  inspector,
  LEAD,
  leader,
  secondTriageAdmin,
  triageAdmin,
} from '../testing/index.ts';
import type { Actor } from '../people/actor.ts';
import type { Complaint } from './complaint.ts';
import type { ComplaintCommand } from './complaint-command.ts';
import { decideComplaint } from './decide-complaint.ts';
import { evolveComplaint } from './evolve-complaint.ts';

/** What a command comes to: the state after it, or the code of its refusal. */
function after(state: Complaint, actor: Actor, now: string, command: ComplaintCommand): Complaint | string {
  const decision = decideComplaint(state, command, aComplaintContext({ actor, now }));
  return decision.ok ? decision.events.reduce<Complaint>(evolveComplaint, state) : decision.refusal.code;
}

const reached = (state: Complaint | string): Complaint => {
  if (typeof state === 'string') throw new Error(state);
  return state;
};

const TUESDAY = '2026-10-13T03:00:00.000Z';
const object: ComplaintCommand = { type: 'object_to_decline', reason: 'No court has it.' };
const decide = (isUpheld: boolean): ComplaintCommand => ({
  type: 'decide_objection',
  isUpheld,
  text: 'Looked at again.',
});

describe('an objection to a decline', () => {
  it('has until 15 days after it', () => {
    const declined = aComplaint().declined();
    expect(after(declined, complainant, '2026-10-27T15:59:00.000Z', object)).toMatchObject({
      status: 'objected',
      objection: { reason: 'No court has it.', decided: null },
      clock: { kind: 'objection', workingDays: 5, due: { date: '2026-11-03', half: 'pm' } },
    });
    expect(after(declined, complainant, '2026-10-27T16:00:00.000Z', object)).toBe('objection_closed');
  });

  it('is decided by another person than the one who declined', () => {
    expect(after(aComplaint().objected(), triageAdmin, TUESDAY, decide(true))).toBe('decided_by_same_person');
    expect(after(aComplaint().objected(), clerk, TUESDAY, decide(true))).toBe('not_authorised');
    expect(after(aComplaint().objected(), leader, TUESDAY, decide(false))).toMatchObject({
      status: 'declined',
    });
  });

  it('brings the complaint back to triage where it was right, and it is not declined again', () => {
    const again = reached(after(aComplaint().objected(), secondTriageAdmin, TUESDAY, decide(true)));
    expect(again).toMatchObject({
      status: 'submitted',
      clock: { kind: 'triage', due: { date: '2026-10-14', half: 'am' } },
      objection: { decided: { at: TUESDAY, isUpheld: true, text: 'Looked at again.' } },
    });
    const decline: ComplaintCommand = {
      type: 'decline',
      reason: 'court',
      competentBody: 'Court',
      notice: 'No.',
    };
    expect(after(again, triageAdmin, TUESDAY, decline)).toBe('objection_was_upheld');
  });

  it('is one; after it comes the review', () => {
    const rejected = reached(after(aComplaint().objected(), secondTriageAdmin, TUESDAY, decide(false)));
    expect(after(rejected, complainant, TUESDAY, object)).toBe('objected_already');
    const review: ComplaintCommand = { type: 'request_review', reason: 'Still wrong.' };
    expect(after(aComplaint().declined(), complainant, TUESDAY, review)).toBe('objection_comes_first');
    const reviewed = reached(after(rejected, complainant, TUESDAY, review));
    expect(reviewed.status).toBe('under_review');
    // The second triage admin sits in the unit that rejected the objection.
    const changed: ComplaintCommand = { type: 'decide_review', isChanged: true, text: 'Take it.' };
    expect(after(reviewed, assessor, TUESDAY, changed)).toMatchObject({
      status: 'submitted',
      clock: { kind: 'triage' },
    });
  });
});

describe('a second-level review', () => {
  const now = '2026-10-27T03:00:00.000Z';
  const decideReview = (isChanged: boolean): ComplaintCommand => ({
    type: 'decide_review',
    isChanged,
    text: 'Reviewed.',
  });

  it('may be asked for until 30 days after the end, once', () => {
    const ask: ComplaintCommand = { type: 'request_review', reason: 'Wrong rule.' };
    expect(after(aComplaint().closed(), complainant, '2026-11-18T15:59:00.000Z', ask)).toMatchObject({
      status: 'under_review',
      itemId: 'item-1',
    });
    expect(after(aComplaint().closed(), complainant, '2026-11-18T16:00:00.000Z', ask)).toBe('review_closed');
    const confirmed = reached(after(aComplaint().underReview(), assessor, now, decideReview(false)));
    expect(after(confirmed, complainant, now, ask)).toBe('reviewed_already');
  });

  it('is decided by a unit that had nothing to do with the case', () => {
    const state = aComplaint().underReview();
    expect(after(state, aStaffMember('inspector', LEAD), now, decideReview(false))).toBe(
      'reviewed_by_same_unit',
    );
    expect(after(state, aStaffMember('leader', 'supervision-office'), now, decideReview(false))).toBe(
      'reviewed_by_same_unit',
    );
    expect(after(state, triageAdmin, now, decideReview(false))).toBe('not_authorised');
    expect(after(state, inspector, now, decideReview(false))).toMatchObject({ status: 'closed' });
  });

  it('leaves everything as it ended where it is confirmed', () => {
    const closed = aComplaint().closed();
    expect(after(aComplaint().underReview(), assessor, now, decideReview(false))).toEqual({
      ...closed,
      review: {
        at: '2026-10-26T02:00:00.000Z',
        reason: 'The answer names the wrong rule.',
        decided: { at: now, isChanged: false, text: 'Reviewed.' },
      },
    });
  });

  it('has a closed case worked on again where it is changed, and one settled on the spot with a new clock', () => {
    expect(after(aComplaint().underReview(), assessor, now, decideReview(true))).toMatchObject({
      status: 'reopened',
      reopens: 0,
      itemId: 'item-1',
      reason: 'Reviewed.',
    });
    const ask: ComplaintCommand = { type: 'request_review', reason: 'Wrong rule.' };
    const settled = reached(after(aComplaint().settledOnTheSpot(), complainant, TUESDAY, ask));
    expect(after(settled, assessor, TUESDAY, decideReview(true))).toMatchObject({
      status: 'accepted',
      complexity: 'simple',
      clock: { kind: 'resolution', workingDays: 3 },
    });
  });
});

describe('the check call after a withdrawal', () => {
  const call = (outcome: 'own_wish' | 'pressed' | 'not_reached'): ComplaintCommand => ({
    type: 'record_check_call',
    outcome,
    note: 'Was told to.',
  });
  const withdrawn = () =>
    reached(
      after(aComplaint().underSupervision(), complainant, TUESDAY, { type: 'withdraw', reason: 'Done.' }),
    );

  it('is owed only where somebody worked on it, and is the window’s', () => {
    expect(after(aComplaint().withdrawn(), clerk, TUESDAY, call('own_wish'))).toBe('nothing_to_check');
    expect(after(withdrawn(), triageAdmin, TUESDAY, call('own_wish'))).toBe('not_authorised');
    expect(after(withdrawn(), aStaffMember('clerk', LEAD), TUESDAY, call('own_wish'))).toBe(
      'callback_by_concerned_department',
    );
  });

  it('takes the case up again where the complainant was pressed', () => {
    expect(after(withdrawn(), clerk, TUESDAY, call('pressed'))).toMatchObject({
      status: 'reopened',
      itemId: 'item-1',
      category: 'licence',
      reason: 'Was told to.',
    });
  });

  it('is over with an own wish, or after three vain tries', () => {
    const checked = reached(after(withdrawn(), clerk, TUESDAY, call('own_wish')));
    expect(after(checked, clerk, TUESDAY, call('pressed'))).toBe('nothing_to_check');
    const tried = [1, 2, 3].reduce<Complaint>(
      (state) => reached(after(state, clerk, TUESDAY, call('not_reached'))),
      withdrawn(),
    );
    expect(after(tried, clerk, TUESDAY, call('not_reached'))).toBe('nothing_to_check');
  });
});
