import { BrokenStream } from '../broken-stream.ts';
import { crossingKey } from '../crossing-key.ts';
import type { Accepted, Complaint, Handled, Merged, SaidBy, Submitted } from './complaint.ts';
import type { ComplaintEvent } from './complaint-event.ts';

/**
 * Folds one event into the state. Total over every lawful history; throws `BrokenStream` where the event cannot follow
 * the state, which only damaged data can cause.
 */
export function evolveComplaint(state: Complaint | null, event: ComplaintEvent): Complaint {
  if (event.type === 'ComplaintSubmitted') return submitted(event);
  if (state === null) throw new BrokenStream(`${event.type} before ComplaintSubmitted`);
  switch (event.type) {
    case 'ComplaintAccepted': {
      const { category, complexity, clock } = event;
      return { ...base(state), status: 'accepted', category, complexity, clock };
    }
    case 'ComplaintDeclined':
      return {
        ...base(state),
        ...said(event.by),
        status: 'declined',
        reason: event.reason,
        declinedAt: event.at,
      };
    case 'DeclineObjected': {
      if (state.status !== 'declined') break;
      const objection = { at: event.at, reason: event.reason, decided: null };
      const { reason, declinedAt } = state;
      return { ...base(state), objection, status: 'objected', reason, declinedAt, clock: event.clock };
    }
    case 'ObjectionDecided': {
      if (state.status !== 'objected' || state.objection === null) break;
      const { at, isUpheld, text, by, clock } = event;
      const objection = { ...state.objection, decided: { at, isUpheld, text } };
      if (clock !== null) return { ...base(state), objection, status: 'submitted', clock };
      const { reason, declinedAt } = state;
      return { ...base(state), objection, ...said(by), status: 'declined', reason, declinedAt };
    }
    case 'ComplaintMerged':
      if (state.status !== 'submitted' && state.status !== 'accepted') break;
      return merged(state, event.survivorId, false);
    case 'ComplaintJoined':
      if (state.status !== 'submitted') break;
      return merged(state, event.survivorId, true);
    case 'ComplaintUnmerged': {
      if (state.status !== 'merged') break;
      const { ratings, before } = state;
      return event.clock === undefined ? { ...before, ratings } : { ...before, ratings, clock: event.clock };
    }
    case 'ComplaintSplit':
      if (state.status !== 'submitted' && state.status !== 'accepted') break;
      return { ...base(state), status: 'split', parts: event.parts };
    case 'ComplaintReclassified': {
      const { category, complexity, clock } = event;
      if (state.status === 'accepted') return { ...state, category, complexity, clock };
      if (state.status === 'under_supervision')
        return { ...state, category, complexity, clock, resolution: clock };
      if (state.status !== 'awaiting_complainant') break;
      return { ...state, category, complexity, resolution: clock };
    }
    case 'ComplaintWithdrawn':
      return {
        ...base(state),
        status: 'withdrawn',
        itemId: 'itemId' in state ? state.itemId : null,
        handled: 'resolution' in state ? handled(state) : null,
        checkCallTries: 0,
        isChecked: false,
      };
    case 'ImportUndone': {
      if (state.status !== 'submitted') break;
      const nobodyAsked = { itemId: null, handled: null, checkCallTries: 0, isChecked: true };
      return { ...base(state), status: 'withdrawn', ...nobodyAsked };
    }
    case 'CheckCallRecorded': {
      if (state.status !== 'withdrawn') break;
      const { outcome, note } = event;
      if (outcome === 'not_reached') return { ...state, checkCallTries: state.checkCallTries + 1 };
      if (outcome === 'own_wish' || state.handled === null) return { ...state, isChecked: true };
      return { ...base(state), ...state.handled, status: 'reopened', reason: note };
    }
    case 'ComplaintSettledOnTheSpot': {
      const { category, complexity, outcome, text, at, by } = event;
      const answers = [...state.answers, { at, outcome, text }];
      const settled = { status: 'settled_on_the_spot', category, complexity, settledAt: at } as const;
      return { ...base(state), ...said(by), answers, ...settled };
    }
    case 'ComplaintPlacedUnderSupervision': {
      if (!('category' in state)) break;
      const { itemId, round, clock } = event;
      const { category, complexity } = state;
      return {
        ...base(state),
        finalProposal: null,
        status: 'under_supervision',
        round,
        category,
        complexity,
        itemId,
        clock,
        resolution: clock,
      };
    }
    case 'ComplainantAsked':
      if (!('resolution' in state)) break;
      return {
        ...base(state),
        ...handled(state),
        status: 'awaiting_complainant',
        clock: event.clock,
        question: event.question,
      };
    case 'ComplainantReplied':
    case 'QuestionTimedOut':
      if (!('resolution' in state)) break;
      return {
        ...base(state),
        ...handled(state),
        status: 'under_supervision',
        clock: event.clock,
        resolution: event.clock,
      };
    case 'AnswerPublished': {
      if (!('resolution' in state)) break;
      const { at, outcome, text, by, clock } = event;
      const answers = [...state.answers, { at, outcome, text }];
      return { ...base(state), ...said(by), answers, ...handled(state), status: 'answered', clock };
    }
    case 'AnswerConfirmed':
    case 'ComplaintClosedInSilence': {
      if (!('resolution' in state)) break;
      const by = event.type === 'AnswerConfirmed' ? 'confirmation' : 'silence';
      return { ...base(state), ...handled(state), status: 'closed', closedAt: event.at, by };
    }
    case 'AnswerDisputed':
      if (!('resolution' in state)) break;
      return { ...base(state), ...handled(state), status: 'disputed', reason: event.reason };
    case 'ComplaintReopened':
      if (!('resolution' in state)) break;
      return {
        ...base(state),
        reopens: state.reopens + 1,
        final: null,
        ...handled(state),
        status: 'reopened',
        reason: event.reason,
      };
    case 'ReviewRequested': {
      if (state.status !== 'declined' && state.status !== 'settled_on_the_spot' && state.status !== 'closed')
        break;
      const review = { at: event.at, reason: event.reason, decided: null };
      const itemId = state.status === 'closed' ? state.itemId : null;
      return { ...base(state), review, status: 'under_review', before: state, itemId, clock: event.clock };
    }
    case 'ReviewDecided': {
      if (state.status !== 'under_review' || state.review === null) break;
      const { at, isChanged, text, clock } = event;
      const { crossings, before } = state;
      const after = { crossings, review: { ...state.review, decided: { at, isChanged, text } } };
      if (!isChanged) return { ...before, ...after };
      if (before.status === 'closed')
        return { ...base(before), ...after, ...handled(before), status: 'reopened', reason: text };
      if (clock === null) break;
      if (before.status === 'declined') return { ...base(before), ...after, status: 'submitted', clock };
      const { category, complexity } = before;
      return { ...base(before), ...after, status: 'accepted', category, complexity, clock };
    }
    case 'FinalProposed': {
      const { at, by, grounds, legalBasis } = event;
      return { ...state, finalProposal: { at, by, grounds, legalBasis } };
    }
    case 'FinalDecided': {
      if (state.finalProposal === null || !('resolution' in state)) break;
      if (!event.isApproved) return { ...state, finalProposal: null };
      const { at, text } = event;
      const { grounds, legalBasis } = state.finalProposal;
      const ended = { finalProposal: null, final: { at, grounds, legalBasis, text } };
      if (state.status === 'closed') return { ...state, ...ended };
      return { ...base(state), ...ended, ...handled(state), status: 'closed', closedAt: at, by: 'final' };
    }
    case 'ComplaintRated': {
      const { at, level, comment } = event;
      return { ...state, ratings: [...state.ratings, { at, level, comment }] };
    }
    case 'CallbackRecorded':
      return { ...state, callbacks: [...state.callbacks, event.callback] };
    case 'ComplaintSupplemented':
      return state;
    case 'ContactCorrected':
      return throughout(state, { reachable: true, contactRemoved: null });
    case 'ContactRemoved': {
      const { at, rulesVersion } = event;
      return throughout(state, { reachable: false, contactRemoved: { at, rulesVersion } });
    }
    case 'LegalHoldPlaced':
      return throughout(state, { hold: { at: event.at, reason: event.reason } });
    case 'LegalHoldLifted':
      return throughout(state, { hold: null });
    case 'ComplaintUrged':
      return { ...state, lastUrgedAt: event.at, urges: state.urges + 1 };
    case 'DeadlineCrossed':
      return {
        ...state,
        crossings: [...state.crossings, crossingKey(event.clock, event.due.date, event.level)],
      };
    case 'ResolutionExtended':
      if (state.status === 'under_supervision')
        return { ...state, clock: event.clock, resolution: event.clock };
      if (state.status !== 'awaiting_complainant') break;
      return { ...state, resolution: event.clock };
    case 'DueDateRecomputed':
      if (!('clock' in state)) break;
      return 'resolution' in state && event.clock.kind === 'resolution'
        ? { ...state, clock: event.clock, resolution: event.clock }
        : { ...state, clock: event.clock };
    default: {
      const never: never = event;
      throw new BrokenStream(`unknown event ${JSON.stringify(never)}`);
    }
  }
  throw new BrokenStream(`${event.type} in state ${state.status}`);
}

export function foldComplaint(events: readonly ComplaintEvent[]): Complaint | null {
  return events.reduce<Complaint | null>(evolveComplaint, null);
}

function submitted(event: ComplaintEvent & { type: 'ComplaintSubmitted' }): Submitted {
  return {
    status: 'submitted',
    id: event.id,
    trackingNumber: event.trackingNumber,
    channel: event.channel,
    complainantKind: event.complainantKind,
    openness: event.openness,
    reachable: event.reachable,
    submittedAt: event.at,
    deadlineVersion: event.deadlineVersion,
    matterHash: event.matterHash,
    clock: event.clock,
    round: 1,
    reopens: 0,
    lastUrgedAt: null,
    urges: 0,
    callbacks: [],
    ratings: [],
    answers: [],
    saidBy: null,
    objection: null,
    review: null,
    finalProposal: null,
    final: null,
    splitFromId: event.splitFromId ?? null,
    contactRemoved: null,
    hold: null,
    crossings: [],
  };
}

function base(state: Complaint) {
  return {
    id: state.id,
    trackingNumber: state.trackingNumber,
    channel: state.channel,
    complainantKind: state.complainantKind,
    openness: state.openness,
    reachable: state.reachable,
    submittedAt: state.submittedAt,
    deadlineVersion: state.deadlineVersion,
    matterHash: state.matterHash,
    round: state.round,
    reopens: state.reopens,
    lastUrgedAt: state.lastUrgedAt,
    urges: state.urges,
    callbacks: state.callbacks,
    ratings: state.ratings,
    answers: state.answers,
    saidBy: state.saidBy,
    objection: state.objection,
    review: state.review,
    finalProposal: state.finalProposal,
    final: state.final,
    splitFromId: state.splitFromId,
    contactRemoved: state.contactRemoved,
    hold: state.hold,
    crossings: state.crossings,
  };
}

function merged(before: Submitted | Accepted, survivorId: string, isJoined: boolean): Merged {
  return { ...base(before), status: 'merged', survivorId, isJoined, before };
}

/** What is so whatever state the case is in, and whichever it goes back to. */
function throughout(
  state: Complaint,
  now: Partial<Pick<Complaint, 'reachable' | 'contactRemoved' | 'hold'>>,
): Complaint {
  if (state.status === 'merged') return { ...state, ...now, before: { ...state.before, ...now } };
  if (state.status === 'under_review') return { ...state, ...now, before: { ...state.before, ...now } };
  return { ...state, ...now };
}

/** Events of before this was kept say nothing of who it was; then nobody is barred. */
function said(by: SaidBy | undefined) {
  return { saidBy: by ?? null };
}

function handled(state: Extract<Complaint, { resolution: unknown }>): Handled {
  return {
    category: state.category,
    complexity: state.complexity,
    itemId: state.itemId,
    resolution: state.resolution,
  };
}
