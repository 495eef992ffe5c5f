import { describe, expect, it } from 'vitest';
import {
  aComplaint,
  aComplaintContext,
  aStaffMember,
  assessor,
  complainant,
  complaintHistory,
  leader,
  triageAdmin,
} from '../testing/index.ts';
import type { Actor } from '../people/actor.ts';
import type { Complaint } from './complaint.ts';
import type { ComplaintCommand } from './complaint-command.ts';
import type { ComplaintContext } from './complaint-decision.ts';
import type { ComplaintEvent } from './complaint-event.ts';
import { decideComplaint } from './decide-complaint.ts';
import { foldComplaint } from './evolve-complaint.ts';
import { finalDossier } from './final-dossier.ts';

const ITEM = { isDisposed: true, isStruckOff: true, concernedDepartmentIds: ['lead-department'] };

class Story {
  readonly events: ComplaintEvent[] = [...complaintHistory('under_review')];

  get state(): Complaint {
    return foldComplaint(this.events) as Complaint;
  }

  /** Gives a command; the code where it is refused. */
  give(actor: Actor, now: string, command: ComplaintCommand, more: Partial<ComplaintContext> = {}) {
    const context = aComplaintContext({ actor, now, item: ITEM, ...more });
    const decision = decideComplaint(this.state, command, context);
    if (!decision.ok) return decision.refusal.code;
    this.events.push(...decision.events);
    return this.state.status;
  }
}

const propose: ComplaintCommand = {
  type: 'propose_final',
  grounds: 'Raised again with nothing new.',
  legalBasis: 'art. 36',
};
const approve: ComplaintCommand = {
  type: 'decide_final',
  isApproved: true,
  text: 'Nothing is left to be done.',
};
const reopen: ComplaintCommand = { type: 'reopen', reason: 'Once more.' };
const review = (isChanged: boolean): ComplaintCommand => ({
  type: 'decide_review',
  isChanged,
  text: 'It stands.',
});

function reviewed(): Story {
  const story = new Story();
  expect(story.give(assessor, '2026-10-28T02:00:00.000Z', review(false))).toBe('closed');
  return story;
}

describe('a final answer', () => {
  it('ends a case that was reviewed and is raised again, by two persons', () => {
    const story = reviewed();
    expect(story.give(complainant, '2026-10-29T02:00:00.000Z', reopen)).toBe('reopened');
    expect(story.give(triageAdmin, '2026-10-30T02:00:00.000Z', propose)).toBe('reopened');
    expect(story.give(triageAdmin, '2026-10-30T03:00:00.000Z', propose)).toBe('final_proposed_already');
    expect(story.give(leader, '2026-11-02T02:00:00.000Z', approve)).toBe('closed');
    expect(story.state).toMatchObject({
      by: 'final',
      closedAt: '2026-11-02T02:00:00.000Z',
      finalProposal: null,
      final: { at: '2026-11-02T02:00:00.000Z', legalBasis: 'art. 36', text: 'Nothing is left to be done.' },
    });
    expect(story.give(complainant, '2026-11-03T02:00:00.000Z', reopen)).toBe('finally_answered');
    expect(story.give(triageAdmin, '2026-11-03T02:00:00.000Z', propose)).toBe('finally_answered');
  });

  it('is not there before a review was held, nor while its answer is still owed', () => {
    const closed = aComplaint().closed();
    const context = aComplaintContext({ actor: triageAdmin, now: '2026-10-20T02:00:00.000Z', item: ITEM });
    expect(decideComplaint(closed, propose, context)).toMatchObject({ refusal: { code: 'no_review_held' } });
    const changed = new Story();
    expect(changed.give(assessor, '2026-10-28T02:00:00.000Z', review(true))).toBe('reopened');
    expect(changed.give(triageAdmin, '2026-10-29T02:00:00.000Z', propose)).toBe('no_review_held');
  });

  it('is refused while measures are open, and by whoever proposed it or is concerned', () => {
    const story = reviewed();
    const now = '2026-10-29T02:00:00.000Z';
    const open = { item: { ...ITEM, openMeasures: 2 } };
    expect(story.give(triageAdmin, now, propose, open)).toBe('final_measures_open');
    expect(story.give(triageAdmin, now, propose, { item: { ...ITEM, isDisposed: false } })).toBe(
      'item_not_disposed',
    );
    const both = { ...triageAdmin, roles: ['triage_admin', 'leader'] } as const;
    expect(story.give(both, now, propose)).toBe('closed');
    expect(story.give(both, now, approve)).toBe('approved_by_proposer');
    expect(story.give(aStaffMember('leader', 'lead-department'), now, approve)).toBe('decider_concerned');
    expect(story.give(leader, now, approve, open)).toBe('final_measures_open');
    const reject: ComplaintCommand = {
      type: 'decide_final',
      isApproved: false,
      text: 'There is something new.',
    };
    expect(story.give(leader, now, reject)).toBe('closed');
    expect(story.state).toMatchObject({ final: null, finalProposal: null, by: 'confirmation' });
    expect(story.give(leader, now, approve)).toBe('no_final_proposed');
  });

  it('gives way where an admin takes up something new', () => {
    const story = reviewed();
    story.give(triageAdmin, '2026-10-29T02:00:00.000Z', propose);
    story.give(leader, '2026-10-29T03:00:00.000Z', approve);
    expect(story.give(triageAdmin, '2026-11-09T02:00:00.000Z', reopen)).toBe('reopened');
    expect(story.state.final).toBeNull();
  });
});

describe('its dossier', () => {
  it('tells every round with its answers, the review and both words', () => {
    const story = reviewed();
    expect(finalDossier(story.events)).toBeNull();
    story.give(complainant, '2026-10-29T02:00:00.000Z', reopen);
    story.give(triageAdmin, '2026-10-30T02:00:00.000Z', propose);
    expect(finalDossier(story.events)).toMatchObject({ approved: null });
    story.give(leader, '2026-11-02T02:00:00.000Z', approve);
    const dossier = finalDossier(story.events);
    expect(dossier).toEqual({
      trackingNumber: 'BH-2026-0001',
      filedAt: '2026-10-12T01:00:00.000Z',
      matterHash: 'hash-of-the-matter',
      rounds: [
        {
          round: 1,
          at: '2026-10-12T01:00:00.000Z',
          cause: 'filed',
          reason: '',
          answers: [
            {
              at: '2026-10-16T07:00:00.000Z',
              outcome: 'explained',
              text: 'The licence needs a second paper.',
            },
          ],
        },
      ],
      review: {
        at: '2026-10-26T02:00:00.000Z',
        reason: 'The answer names the wrong rule.',
        decided: { at: '2026-10-28T02:00:00.000Z', isChanged: false, text: 'It stands.' },
      },
      raisedAgain: { at: '2026-10-29T02:00:00.000Z', cause: 'reopened', reason: 'Once more.' },
      grounds: 'Raised again with nothing new.',
      legalBasis: 'art. 36',
      proposedAt: '2026-10-30T02:00:00.000Z',
      approved: { at: '2026-11-02T02:00:00.000Z', text: 'Nothing is left to be done.' },
    });
    story.give(triageAdmin, '2026-11-09T02:00:00.000Z', reopen);
    expect(finalDossier(story.events)).toEqual(dossier);
  });
});
