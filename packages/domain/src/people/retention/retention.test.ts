import { describe, expect, it } from 'vitest';
import { aComplaint, aComplaintContext, complainant, custodian, outcomeOf } from '../../testing/index.ts';
import { decideComplaint } from '../../complaint/decide-complaint.ts';
import { evolveComplaint } from '../../complaint/evolve-complaint.ts';
import type { Complaint } from '../../complaint/complaint.ts';
import type { ComplaintCommand } from '../../complaint/complaint-command.ts';
import { COMPLAINT_STATUSES } from '../../complaint/complaint.ts';
import { SYSTEM, type Actor } from '../actor.ts';
import { dueForRemoval, retentionOf, type RetentionFacts } from './retention.ts';

const terms = { contactDays: 365, messageDays: 90, ratingTraceDays: 180 };
const closed: RetentionFacts = { status: 'closed', endedOn: '2026-10-12', isHeld: false, open: [] };
const due = (facts: Partial<RetentionFacts>, today: string) =>
  dueForRemoval({ ...closed, ...facts }, terms, today);

const NOTHING = { contact: false, messages: false, traces: false };
const ALL = { contact: true, messages: true, traces: true };

describe('what is due for removal', () => {
  it('is nothing through the last day of a term, and everything of it on the day after', () => {
    expect(due({}, '2026-10-12')).toEqual(NOTHING);
    expect(due({}, '2027-01-10')).toEqual(NOTHING);
    expect(due({}, '2027-01-11')).toEqual({ ...NOTHING, messages: true });
    expect(due({}, '2027-04-10')).toEqual({ ...NOTHING, messages: true });
    expect(due({}, '2027-04-11')).toEqual({ ...NOTHING, messages: true, traces: true });
    expect(due({}, '2027-10-12')).toEqual({ ...NOTHING, messages: true, traces: true });
    expect(due({}, '2027-10-13')).toEqual(ALL);
  });

  it('counts through a leap day', () => {
    expect(retentionOf({ ...closed, endedOn: '2027-02-28' }, { ...terms, contactDays: 366 })).toEqual({
      ...{ kind: 'ended', contactFrom: '2028-03-01', messagesFrom: '2027-05-30', tracesFrom: '2027-08-28' },
    });
  });

  it('is the same however late it is asked', () => {
    expect(due({}, '2046-10-13')).toEqual(ALL);
  });

  it('is nothing while the case is held, goes on, or began again', () => {
    expect(due({ isHeld: true }, '2046-10-13')).toEqual(NOTHING);
    for (const status of ['submitted', 'under_supervision', 'reopened', 'objected', 'under_review'] as const)
      expect(due({ status }, '2046-10-13')).toEqual(NOTHING);
    expect(due({ endedOn: null }, '2046-10-13')).toEqual(NOTHING);
  });

  it('is nothing while something beside the case is open', () => {
    for (const open of [
      'item',
      'card',
      'rating_review',
      'identity_access',
      'final_answer',
      'related',
    ] as const)
      expect(due({ open: [open] }, '2046-10-13')).toEqual(NOTHING);
  });

  it('says every reason why something is kept', () => {
    expect(retentionOf({ ...closed, isHeld: true, open: ['card', 'related'] }, terms)).toEqual({
      kind: 'kept',
      because: ['hold', 'card', 'related'],
    });
    expect(retentionOf({ ...closed, status: 'reopened' }, terms)).toEqual({
      kind: 'kept',
      because: ['running'],
    });
  });

  it('begins again with a new round and a new end', () => {
    expect(due({ endedOn: '2027-10-12' }, '2027-10-13')).toEqual(NOTHING);
  });

  it('knows each state', () => {
    const ended = COMPLAINT_STATUSES.filter((status) => due({ status }, '2046-10-13').contact);
    expect(ended).toEqual(['declined', 'merged', 'split', 'withdrawn', 'settled_on_the_spot', 'closed']);
  });
});

const AT = '2029-11-01T02:00:00.000Z';
const decide = (state: Complaint, command: ComplaintCommand, actor: Actor) =>
  decideComplaint(state, command, aComplaintContext({ actor, now: AT }));
function after(state: Complaint, command: ComplaintCommand, actor: Actor): Complaint {
  const decision = decide(state, command, actor);
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.events.reduce<Complaint>(evolveComplaint, state);
}
const remove = { type: 'remove_contact', rulesVersion: 'retention-1' } as const;

describe('the tombstone', () => {
  it('says when and by which rules, and that nobody is reached any more', () => {
    const state = after(aComplaint().closed(), remove, SYSTEM);
    expect(state).toMatchObject({
      status: 'closed',
      reachable: false,
      contactRemoved: { at: AT, rulesVersion: 'retention-1' },
    });
  });

  it('is set once', () => {
    const state = after(aComplaint().closed(), remove, SYSTEM);
    expect(outcomeOf(decide(state, remove, SYSTEM))).toEqual({ code: 'contact_removed_already' });
  });

  it('goes where the complainant gives contact data anew', () => {
    const removed = after(aComplaint().closed(), remove, SYSTEM);
    const state = after(removed, { type: 'correct_contact', field: 'phone' }, complainant);
    expect(state).toMatchObject({ reachable: true, contactRemoved: null });
  });

  it('stays with what was merged and is taken apart again', () => {
    const merged = after(aComplaint().merged(), remove, SYSTEM);
    const apart = evolveComplaint(merged, { type: 'ComplaintUnmerged', at: AT, reason: 'Another.' });
    expect(apart).toMatchObject({ status: 'submitted', reachable: false, contactRemoved: { at: AT } });
  });
});

describe('a legal hold', () => {
  const hold = { type: 'place_hold', reason: 'A lawsuit.' } as const;

  it('keeps everything until it is lifted', () => {
    const held = after(aComplaint().closed(), hold, custodian);
    expect(held.hold).toEqual({ at: AT, reason: 'A lawsuit.' });
    expect(outcomeOf(decide(held, remove, SYSTEM))).toEqual({ code: 'held' });
    expect(outcomeOf(decide(held, hold, custodian))).toEqual({ code: 'held_already' });
    const lifted = after(held, { type: 'lift_hold', reason: 'It is over.' }, custodian);
    expect(lifted.hold).toBeNull();
    expect(decide(lifted, remove, SYSTEM).ok).toBe(true);
  });

  it('goes through a review', () => {
    const held = after(aComplaint().underReview(), hold, custodian);
    const by = { staffId: 'assessor', departmentId: 'appraisal-unit' };
    const ended = { type: 'ReviewDecided', at: AT, isChanged: false, text: 'No.', by, clock: null } as const;
    expect(evolveComplaint(held, ended).hold).toEqual({ at: AT, reason: 'A lawsuit.' });
  });
});
