import { dueDate, isPast } from '../../calendar/index.ts';
import { happened, refused } from '../../decision.ts';
import type { StaffActor } from '../../people/actor.ts';
import type { ReviewContext, ReviewDecision } from './decide-review.ts';
import type { RatingReview, ReviewCommand, ReviewEvent } from './rating-review.ts';

/**
 * A department's appeal against a mistaken or malicious rating: a panel of several people, none of the department, votes on
 * record; the ruling follows the votes and its reason is public. Without a majority the rating counts.
 */
export function decideAppeal(
  state: RatingReview,
  command: ReviewCommand,
  actor: StaffActor,
  { now: at, calendar, deadlines }: ReviewContext,
): ReviewDecision {
  const { appeal } = state;
  const isOpen = appeal !== null && appeal.ruling === null;
  switch (command.type) {
    case 'appeal': {
      if (appeal !== null || state.outcome === 'excluded') return refused('illegal_review_step');
      const last = dueDate({ start: state.openedAt, workingDays: deadlines.ratingAppeal, calendar }).due;
      if (isPast(last, at)) return refused('appeal_too_late', { last: last.date });
      const { reason, text } = command;
      return happened<ReviewEvent>({ type: 'RatingAppealed', at, reason, text });
    }
    case 'name_panel': {
      if (!isOpen || appeal.votes.length > 0) return refused('illegal_review_step');
      const { panel } = command;
      if (new Set(panel.map(({ staffId }) => staffId)).size < deadlines.panelLeast)
        return refused('panel_too_small', { least: deadlines.panelLeast });
      const isOwn = panel.some(({ departmentId }) => departmentId === state.departmentId);
      const isVerifier = panel.some(({ staffId }) => staffId === state.finding?.staffId);
      if (isOwn || isVerifier) return refused('panel_not_independent');
      return happened<ReviewEvent>({ type: 'AppealPanelNamed', at, panel });
    }
    case 'vote': {
      if (!isOpen) return refused('illegal_review_step');
      const { staffId } = actor;
      if (!appeal.panel.some((member) => member.staffId === staffId)) return refused('not_authorised');
      if (appeal.votes.some((vote) => vote.staffId === staffId)) return refused('already_voted');
      const { isUpheld, reason } = command;
      return happened<ReviewEvent>({ type: 'AppealVoteRecorded', at, vote: { staffId, isUpheld, reason } });
    }
    case 'rule': {
      if (!isOpen || appeal.panel.length === 0) return refused('illegal_review_step');
      if (appeal.votes.length < appeal.panel.length) return refused('panel_not_done');
      const isUpheld = appeal.votes.filter((vote) => vote.isUpheld).length * 2 > appeal.votes.length;
      const ruled: ReviewEvent = { type: 'AppealRuled', at, isUpheld, publicReason: command.publicReason };
      return isUpheld && state.status !== 'closed'
        ? happened<ReviewEvent>(ruled, { type: 'ReviewClosed', at, outcome: 'excluded' })
        : happened<ReviewEvent>(ruled);
    }
    default:
      return refused('illegal_review_step');
  }
}
