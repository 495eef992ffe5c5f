import { BrokenStream } from '../../broken-stream.ts';
import { crossingKey } from '../../crossing-key.ts';
import type { Appeal, RatingReview, ReviewEvent } from './rating-review.ts';

/** Folds one event into the review. Throws `BrokenStream` where the event cannot follow, which only damaged data can cause. */
export function evolveReview(state: RatingReview | null, event: ReviewEvent): RatingReview {
  if (event.type === 'RatingReviewOpened') {
    const { type: _, at, ...opened } = event;
    return {
      ...opened,
      openedAt: at,
      status: 'open',
      round: 1,
      finding: null,
      measures: [],
      reply: null,
      callbacks: [],
      outcome: null,
      appeal: null,
      crossings: [],
    };
  }
  if (state === null) throw new BrokenStream(`${event.type} before RatingReviewOpened`);
  switch (event.type) {
    case 'ReviewContactMade':
      return { ...state, status: 'contacted' };
    case 'ReviewVerified': {
      const { staffId, isFounded, text } = event;
      return {
        ...state,
        status: isFounded ? 'verified' : 'rectified',
        finding: { staffId, isFounded, text },
      };
    }
    case 'ReviewExtended':
      return { ...state, rectifyDue: event.rectifyDue };
    case 'ReviewRectified':
      return { ...state, status: 'rectified', measures: [...state.measures, event.text] };
    case 'ReviewReplied':
      return { ...state, status: 'replied', reply: event.text };
    case 'ReviewCallbackRecorded':
      return { ...state, callbacks: [...state.callbacks, event.callback] };
    case 'ReviewTakenUpAgain': {
      const { rectifyDue, latestDue } = event;
      return { ...state, status: 'verified', round: state.round + 1, rectifyDue, latestDue };
    }
    case 'ReviewClosed':
      return { ...state, status: 'closed', outcome: event.outcome };
    case 'ReviewDeadlineCrossed': {
      const key = crossingKey(event.deadline, event.due.date, 0);
      return { ...state, crossings: [...state.crossings, key] };
    }
    case 'RatingAppealed': {
      const { at, reason, text } = event;
      return { ...state, appeal: { at, reason, text, panel: [], votes: [], ruling: null } };
    }
    case 'AppealPanelNamed':
      return { ...state, appeal: { ...appealOf(state), panel: event.panel } };
    case 'AppealVoteRecorded': {
      const appeal = appealOf(state);
      return { ...state, appeal: { ...appeal, votes: [...appeal.votes, event.vote] } };
    }
    case 'AppealRuled': {
      const { at, isUpheld, publicReason } = event;
      return { ...state, appeal: { ...appealOf(state), ruling: { at, isUpheld, publicReason } } };
    }
  }
}

export function foldReview(events: readonly ReviewEvent[]): RatingReview | null {
  return events.reduce<RatingReview | null>(evolveReview, null);
}

/** Whether a panel has taken the rating and the callbacks of the complaint out of the department's rates. */
export function isExcluded({ appeal }: RatingReview): boolean {
  return appeal?.ruling?.isUpheld === true;
}

function appealOf({ appeal }: RatingReview): Appeal {
  if (appeal === null) throw new BrokenStream('a panel without an appeal');
  return appeal;
}
