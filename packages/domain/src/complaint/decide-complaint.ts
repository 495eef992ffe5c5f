import { addDays, dueDate, isPast, localDateOf } from '../calendar/index.ts';
import { happened, refused } from '../decision.ts';
import { unitsOf } from '../people/actor.ts';
import { COMPLAINT_AUTHORITY, isOneOf } from '../people/authority.ts';
import type { Complaint } from './complaint.ts';
import { extendResolution, resumedClock, startClock } from './complaint-clock.ts';
import type { ComplaintCommand } from './complaint-command.ts';
import { crossDeadline, newComplaintCrossings, recomputeDue } from './complaint-deadline.ts';
import type { ComplaintContext, ComplaintDecision } from './complaint-decision.ts';
import type { ComplaintEvent } from './complaint-event.ts';
import { evolveComplaint } from './evolve-complaint.ts';
import { decideObjection, objectToDecline } from './decline-objection.ts';
import { decideFinal, proposeFinal } from './final-answer.ts';
import { isLawfulForComplaint } from './lawful-commands.ts';
import { recordCheckCall } from './record-check-call.ts';
import { recordCallback } from './record-callback.ts';
import { reclassifyComplaint } from './reclassify-complaint.ts';
import { reopenComplaint } from './reopen-complaint.ts';
import { decideRetention } from './retain-contact.ts';
import { saidBy } from './said-by.ts';
import { decideReview, requestReview } from './second-review.ts';
import { splitComplaint } from './split-complaint.ts';

/**
 * What a command does to a complaint in its present state, or the rule that refuses it. A command that ends a clock first
 * writes what that clock had crossed, so that no crossing depends on when the deadlines were last looked through.
 */
export function decideComplaint(
  state: Complaint,
  command: ComplaintCommand,
  context: ComplaintContext,
): ComplaintDecision {
  const decision = decide(state, command, context);
  if (!decision.ok || !('clock' in state) || command.type === 'cross_deadline') return decision;
  const after = decision.events.reduce<Complaint>(evolveComplaint, state);
  if ('clock' in after && after.clock === state.clock) return decision;
  const { now, calendar, deadlines } = context;
  const crossed = newComplaintCrossings(state, now, calendar, deadlines);
  return { ok: true, events: [...crossed, ...decision.events] };
}

/** What ends a complaint, or answers it, is not decided by the department complained about, whatever role its people hold. */
const DECISIONS: readonly ComplaintCommand['type'][] = [
  'decline',
  'merge',
  'split',
  'settle_on_the_spot',
  'publish_answer',
  'propose_final',
  'decide_final',
];

function isOwnCase({ type }: ComplaintCommand, { actor, aboutDepartmentId }: ComplaintContext): boolean {
  if (actor.kind !== 'staff' || !DECISIONS.includes(type) || !aboutDepartmentId) return false;
  return unitsOf(actor).includes(aboutDepartmentId);
}

function decide(state: Complaint, command: ComplaintCommand, context: ComplaintContext): ComplaintDecision {
  if (!isOneOf(context.actor, COMPLAINT_AUTHORITY[command.type], state.id)) return refused('not_authorised');
  const illegal = refused('illegal_move', { status: state.status, command: command.type });
  if (!isLawfulForComplaint(state.status, command.type)) return illegal;
  if (isOwnCase(command, context)) return refused('decider_concerned');
  const { now: at, calendar, deadlines } = context;
  switch (command.type) {
    case 'accept': {
      const { category, complexity } = command;
      const clock = startClock('resolution', at, deadlines[complexity], calendar);
      return happened({ type: 'ComplaintAccepted', at, category, complexity, clock });
    }
    case 'decline': {
      const { reason, competentBody, notice } = command;
      if (state.objection?.decided?.isUpheld) return refused('objection_was_upheld');
      const by = saidBy(context.actor);
      return happened({ type: 'ComplaintDeclined', at, reason, competentBody, notice, ...by });
    }
    case 'object_to_decline':
      return state.status === 'declined' ? objectToDecline(state, command.reason, context) : illegal;
    case 'decide_objection':
      return state.status === 'objected' ? decideObjection(state, command, context) : illegal;
    case 'record_check_call':
      return state.status === 'withdrawn' ? recordCheckCall(state, command, context) : illegal;
    case 'request_review':
      return requestReview(state, command.reason, context);
    case 'decide_review':
      return state.status === 'under_review' ? decideReview(state, command, context) : illegal;
    case 'propose_final':
      return proposeFinal(state, command, context);
    case 'decide_final':
      return decideFinal(state, command, context);
    case 'merge': {
      const { survivorId, survivorNumber } = command;
      if (survivorId === state.id) return refused('merge_into_itself');
      return happened({ type: 'ComplaintMerged', at, survivorId, survivorNumber });
    }
    case 'join': {
      const { survivorId, survivorNumber } = command;
      if (survivorId === state.id) return refused('merge_into_itself');
      return happened({ type: 'ComplaintJoined', at, survivorId, survivorNumber });
    }
    case 'unmerge': {
      if (state.status !== 'merged') return illegal;
      const { reason } = command;
      if (!state.isJoined) return happened({ type: 'ComplaintUnmerged', at, reason });
      const clock = startClock('triage', at, deadlines.triage, calendar);
      return happened({ type: 'ComplaintUnmerged', at, reason, clock });
    }
    case 'withdraw':
      return happened({ type: 'ComplaintWithdrawn', at, reason: command.reason });
    case 'split':
      return splitComplaint(state, command, context);
    case 'reclassify':
      return reclassifyComplaint(state, command, context);
    case 'undo_import':
      return happened({ type: 'ImportUndone', at, reason: command.reason });
    case 'settle_on_the_spot':
      return settleOnTheSpot(state, command, context);
    case 'place_under_supervision':
      return placeUnderSupervision(state, command.itemId, context);
    case 'ask_complainant': {
      if (!state.reachable && state.channel !== 'portal') return refused('complainant_not_reachable');
      const clock = startClock('waiting', at, deadlines.waitingForComplainant, calendar);
      return happened({ type: 'ComplainantAsked', at, question: command.question, clock });
    }
    case 'reply': {
      if (state.status !== 'awaiting_complainant') return illegal;
      const clock = resumedClock(state, at, calendar);
      return happened({ type: 'ComplainantReplied', at, text: command.text, clock });
    }
    case 'time_out_question':
      if (state.status !== 'awaiting_complainant') return illegal;
      if (!isPast(state.clock.due, at)) return refused('not_due_yet');
      if (state.clock.due.provisional) return refused('due_is_provisional');
      return happened({ type: 'QuestionTimedOut', at, clock: resumedClock(state, at, calendar) });
    case 'publish_answer': {
      if (context.item === null) return refused('no_item');
      if (!context.item.isDisposed) return refused('item_not_disposed');
      if (command.outcome === 'solved' && !context.item.isStruckOff)
        return refused('solved_needs_strike_off');
      const clock = startClock('confirmation', at, deadlines.confirmation, calendar);
      const { outcome, text } = command;
      return happened({ type: 'AnswerPublished', at, outcome, text, ...saidBy(context.actor), clock });
    }
    case 'confirm':
      return happened({ type: 'AnswerConfirmed', at });
    case 'close_in_silence':
      if (state.status !== 'answered') return illegal;
      if (!isPast(state.clock.due, at)) return refused('not_due_yet');
      if (state.clock.due.provisional) return refused('due_is_provisional');
      return happened({ type: 'ComplaintClosedInSilence', at });
    case 'dispute':
      return happened({ type: 'AnswerDisputed', at, reason: command.reason });
    case 'reopen':
      return state.status === 'closed' ? reopenComplaint(state, command.reason, context) : illegal;
    case 'rate': {
      const answeredAt =
        state.status === 'merged' ? (context.followedAnswerAt ?? null) : (state.answers.at(-1)?.at ?? null);
      if (answeredAt === null) return refused('rating_closed');
      const lastDay = addDays(localDateOf(answeredAt), deadlines.ratingCalendarDays);
      if (localDateOf(at) > lastDay) return refused('rating_closed');
      return happened({ type: 'ComplaintRated', at, level: command.level, comment: command.comment });
    }
    case 'record_callback':
      return recordCallback(state, command, context);
    case 'supplement':
      return happened({ type: 'ComplaintSupplemented', at, text: command.text });
    case 'correct_contact':
      return happened({ type: 'ContactCorrected', at, field: command.field });
    case 'remove_contact':
    case 'place_hold':
    case 'lift_hold':
      return decideRetention(state, command, at);
    case 'urge': {
      if (state.lastUrgedAt !== null) {
        const next = dueDate({ start: state.lastUrgedAt, workingDays: deadlines.urgeEvery, calendar }).due;
        if (localDateOf(at) < next.date) return refused('urged_too_often', { next: next.date });
      }
      return happened({ type: 'ComplaintUrged', at });
    }
    case 'extend_resolution':
      return state.status === 'under_supervision' || state.status === 'awaiting_complainant'
        ? extendResolution(state, command, context)
        : illegal;
    case 'cross_deadline':
      return crossDeadline(state, context);
    case 'recompute_due':
      return recomputeDue(state, context);
    default: {
      const never: never = command;
      throw new TypeError(`unknown command ${JSON.stringify(never)}`);
    }
  }
}

/**
 * The first round goes on with the clock of acceptance; every further round gets a new one, under an item that is open:
 * the old one only after it was taken up again, so that no answer rests on the verification the complainant disputed.
 */
function placeUnderSupervision(
  state: Complaint,
  itemId: string,
  { now: at, calendar, deadlines, item }: ComplaintContext,
): ComplaintDecision {
  const type = 'ComplaintPlacedUnderSupervision';
  if (state.status === 'accepted')
    return happened({ type, at, itemId, round: state.round, clock: state.clock });
  const isSettledItem = 'itemId' in state && state.itemId === itemId && item?.isDisposed === true;
  if ((state.status !== 'disputed' && state.status !== 'reopened') || isSettledItem)
    return refused('illegal_move', { status: state.status, command: 'place_under_supervision' });
  const clock = startClock('resolution', at, deadlines[state.complexity], calendar);
  return happened({ type, at, itemId, round: state.round + 1, clock });
}

/** What the window settles while the person is there is accepted by that very act. */
function settleOnTheSpot(
  state: Complaint,
  { category, complexity, outcome, text }: ComplaintCommand & { type: 'settle_on_the_spot' },
  { actor, now: at, calendar, deadlines }: ComplaintContext,
): ComplaintDecision {
  const type = 'ComplaintSettledOnTheSpot';
  const settled: ComplaintEvent = { type, at, category, complexity, outcome, text, ...saidBy(actor) };
  if (state.status !== 'submitted') return happened(settled);
  const clock = startClock('resolution', at, deadlines[complexity], calendar);
  return happened<ComplaintEvent>({ type: 'ComplaintAccepted', at, category, complexity, clock }, settled);
}
