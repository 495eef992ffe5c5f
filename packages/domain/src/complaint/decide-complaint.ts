import { addDays, dueDate, isPast, localDateOf, recomputeProvisional, workingDaysLate } from '../calendar/index.ts';
import type { Instant, LocalDate, Pause, WorkingCalendar } from '../calendar/index.ts';
import { happened, refused, type Decision } from '../decision.ts';
import type { Actor } from '../people/actor.ts';
import { COMPLAINT_AUTHORITY, isOneOf } from '../people/authority.ts';
import type { DeadlinePolicy } from '../policy/deadline-policy.ts';
import type { AwaitingComplainant, Clock, Complaint, UnderSupervision } from './complaint.ts';
import type { ComplaintCommand, SubmitComplaint } from './complaint-command.ts';
import type { ComplaintEvent } from './complaint-event.ts';
import { crossingKey } from '../crossing-key.ts';
import { isLawfulForComplaint } from './lawful-commands.ts';

export type ComplaintContext = {
  readonly actor: Actor;
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  readonly deadlines: DeadlinePolicy;
  /** What the linked supervision item has come to; null where there is none. */
  readonly item: { readonly isDisposed: boolean; readonly isStruckOff: boolean; readonly concernedDepartmentIds: readonly string[] } | null;
};

export type ComplaintRefusal =
  | 'not_authorised'
  | 'illegal_move'
  | 'item_not_disposed'
  | 'solved_needs_strike_off'
  | 'no_item'
  | 'rating_closed'
  | 'reopen_closed'
  | 'reopened_too_often'
  | 'urged_too_often'
  | 'callbacks_exhausted'
  | 'callback_by_concerned_department'
  | 'callback_incomplete'
  | 'complainant_not_reachable'
  | 'not_due_yet'
  | 'already_crossed'
  | 'due_is_provisional'
  | 'due_unchanged'
  | 'merge_into_itself';

export type ComplaintDecision = Decision<ComplaintEvent, ComplaintRefusal>;

/** Files a complaint: the triage clock starts. */
export function submitComplaint(
  command: SubmitComplaint,
  { now, calendar, deadlines }: Pick<ComplaintContext, 'now' | 'calendar' | 'deadlines'>,
): ComplaintEvent & { type: 'ComplaintSubmitted' } {
  const { type: _, ...data } = command;
  const clock = startClock('triage', now, deadlines.triage, calendar);
  return { type: 'ComplaintSubmitted', at: now, ...data, deadlineVersion: deadlines.version, clock };
}

/** What a command does to a complaint in its present state, or the rule that refuses it. */
export function decideComplaint(state: Complaint, command: ComplaintCommand, context: ComplaintContext): ComplaintDecision {
  if (!isOneOf(context.actor, COMPLAINT_AUTHORITY[command.type], state.id)) return refused('not_authorised');
  if (!isLawfulForComplaint(state.status, command.type))
    return refused('illegal_move', { status: state.status, command: command.type });
  const { now: at, calendar, deadlines } = context;
  switch (command.type) {
    case 'accept': {
      const { category, complexity } = command;
      const clock = startClock('resolution', at, deadlines[complexity], calendar);
      return happened({ type: 'ComplaintAccepted', at, category, complexity, clock });
    }
    case 'decline': {
      const { reason, competentBody, notice } = command;
      return happened({ type: 'ComplaintDeclined', at, reason, competentBody, notice });
    }
    case 'merge': {
      const { survivorId, survivorNumber } = command;
      if (survivorId === state.id) return refused('merge_into_itself');
      return happened({ type: 'ComplaintMerged', at, survivorId, survivorNumber });
    }
    case 'unmerge':
      return happened({ type: 'ComplaintUnmerged', at, reason: command.reason });
    case 'withdraw':
      return happened({ type: 'ComplaintWithdrawn', at, reason: command.reason });
    case 'settle_on_the_spot': {
      const { category, complexity, outcome, text } = command;
      return happened({ type: 'ComplaintSettledOnTheSpot', at, category, complexity, outcome, text });
    }
    case 'place_under_supervision':
      return placeUnderSupervision(state, command.itemId, context);
    case 'ask_complainant': {
      if (!state.reachable && state.channel !== 'portal') return refused('complainant_not_reachable');
      const clock = startClock('waiting', at, deadlines.waitingForComplainant, calendar);
      return happened({ type: 'ComplainantAsked', at, question: command.question, clock });
    }
    case 'reply':
      return happened({ type: 'ComplainantReplied', at, text: command.text, clock: resumed(state as AwaitingComplainant, context) });
    case 'time_out_question': {
      const waiting = state as AwaitingComplainant;
      if (!isPast(waiting.clock.due, at)) return refused('not_due_yet');
      return happened({ type: 'QuestionTimedOut', at, clock: resumed(waiting, context) });
    }
    case 'publish_answer': {
      if (context.item === null) return refused('no_item');
      if (!context.item.isDisposed) return refused('item_not_disposed');
      if (command.outcome === 'solved' && !context.item.isStruckOff) return refused('solved_needs_strike_off');
      const clock = startClock('confirmation', at, deadlines.confirmation, calendar);
      return happened({ type: 'AnswerPublished', at, outcome: command.outcome, text: command.text, clock });
    }
    case 'confirm':
      return happened({ type: 'AnswerConfirmed', at });
    case 'close_in_silence':
      if (state.status !== 'answered' || !isPast(state.clock.due, at)) return refused('not_due_yet');
      return happened({ type: 'ComplaintClosedInSilence', at });
    case 'dispute':
      return happened({ type: 'AnswerDisputed', at, reason: command.reason });
    case 'reopen':
      return reopen(state, command.reason, context);
    case 'rate': {
      const last = answeredOn(state);
      if (last === null || localDateOf(at) > addDays(last, deadlines.ratingCalendarDays)) return refused('rating_closed');
      return happened({ type: 'ComplaintRated', at, level: command.level, comment: command.comment });
    }
    case 'record_callback':
      return recordCallback(state, command, context);
    case 'supplement':
      return happened({ type: 'ComplaintSupplemented', at, text: command.text });
    case 'urge': {
      if (state.lastUrgedAt !== null) {
        const next = dueDate({ start: state.lastUrgedAt, workingDays: deadlines.urgeEvery, calendar }).due;
        if (!isPast(next, at)) return refused('urged_too_often', { next: next.date });
      }
      return happened({ type: 'ComplaintUrged', at });
    }
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

function startClock(kind: Clock['kind'], start: Instant, workingDays: number, calendar: WorkingCalendar): Clock {
  return { kind, start, workingDays, pauses: [], due: dueDate({ start, workingDays, calendar }).due };
}

function placeUnderSupervision(state: Complaint, itemId: string, { now: at, calendar, deadlines }: ComplaintContext): ComplaintDecision {
  if (state.status === 'accepted')
    return happened({ type: 'ComplaintPlacedUnderSupervision', at, itemId, round: state.round, clock: state.clock });
  if (state.status !== 'disputed' && state.status !== 'reopened')
    return refused('illegal_move', { status: state.status, command: 'place_under_supervision' });
  const clock = startClock('resolution', at, deadlines[state.complexity], calendar);
  return happened({ type: 'ComplaintPlacedUnderSupervision', at, itemId, round: state.round + 1, clock });
}

/** The resolution clock goes on where it stood; the days of waiting are paused, the day of asking is not. */
function resumed(state: AwaitingComplainant | UnderSupervision, { now, calendar }: ComplaintContext): Clock {
  const from: LocalDate = addDays(localDateOf(state.clock.start), 1);
  const to = localDateOf(now);
  if (to < from) return state.resolution;
  const pause: Pause = { from, to, reason: 'awaiting_complainant' };
  const pauses = [...state.resolution.pauses, pause];
  const { start, workingDays } = state.resolution;
  return { ...state.resolution, pauses, due: dueDate({ start, workingDays, calendar, pauses }).due };
}

function reopen(state: Complaint, reason: string, { actor, now: at, deadlines }: ComplaintContext): ComplaintDecision {
  if (state.status !== 'closed') return refused('illegal_move', { status: state.status, command: 'reopen' });
  if (actor.kind === 'complainant') {
    if (localDateOf(at) > addDays(localDateOf(state.closedAt), deadlines.reopenCalendarDays)) return refused('reopen_closed');
    if (state.reopens >= deadlines.maxReopens) return refused('reopened_too_often', { most: deadlines.maxReopens });
  }
  return happened({ type: 'ComplaintReopened', at, reason });
}

function recordCallback(
  state: Complaint,
  command: ComplaintCommand & { type: 'record_callback' },
  { actor, now: at, deadlines, item }: ComplaintContext,
): ComplaintDecision {
  if (actor.kind !== 'staff') return refused('not_authorised');
  if (item?.concernedDepartmentIds.includes(actor.departmentId)) return refused('callback_by_concerned_department');
  if (!state.reachable) return refused('complainant_not_reachable');
  if (isCallbackExhausted(state, deadlines)) return refused('callbacks_exhausted', { most: deadlines.callbackTries });
  const { outcome, contacted, solved, satisfaction } = command;
  if (outcome === 'valid' && satisfaction === null) return refused('callback_incomplete');
  const answers = outcome === 'valid' && satisfaction !== null ? { contacted, solved, satisfaction } : null;
  return happened({ type: 'CallbackRecorded', at, callback: { at, staffId: actor.staffId, outcome, answers } });
}

/** Whether the tries of a round are used up without a valid callback. */
export function isCallbackExhausted(state: Complaint, deadlines: DeadlinePolicy): boolean {
  const since = state.callbacks.findLastIndex((callback) => callback.outcome === 'valid') + 1;
  return state.callbacks.length - since >= deadlines.callbackTries;
}

function answeredOn(state: Complaint): LocalDate | null {
  const last = state.answers.at(-1);
  return last === undefined ? null : localDateOf(last.at);
}

function crossDeadline(state: Complaint, { now: at, calendar, deadlines }: ComplaintContext): ComplaintDecision {
  if (!('clock' in state) || !isPast(state.clock.due, at)) return refused('not_due_yet');
  const { kind, due } = state.clock;
  if (due.provisional) return refused('due_is_provisional');
  const reached = Math.floor(workingDaysLate(due, at, calendar) / deadlines.lateStep);
  const levels = Array.from({ length: reached + 1 }, (_, level) => level);
  const events = levels
    .filter((level) => !state.crossings.includes(crossingKey(kind, due.date, level)))
    .map((level): ComplaintEvent => ({ type: 'DeadlineCrossed', at, clock: kind, due, level }));
  return events.length === 0 ? refused('already_crossed') : { ok: true, events };
}

function recomputeDue(state: Complaint, { now: at, calendar }: ComplaintContext): ComplaintDecision {
  if (!('clock' in state)) return refused('due_unchanged');
  const { start, workingDays, pauses, due: before } = state.clock;
  const { moved, due } = recomputeProvisional({ start, workingDays, pauses }, before, calendar);
  if (!moved) return refused('due_unchanged');
  return happened({ type: 'DueDateRecomputed', at, before, clock: { ...state.clock, due } });
}
