import { dueDate, isPast, shanghaiTimeOf, type Instant, type WorkingCalendar } from '../../calendar/index.ts';
import { crossingKey } from '../../crossing-key.ts';
import { happened, refused, type Decision } from '../../decision.ts';
import { hasRole, type Actor, type Role, type StaffActor } from '../../people/actor.ts';
import type { DeadlinePolicy } from '../../policy/deadline-policy.ts';
import type { SatisfactionLevel } from '../complaint.ts';
import { decideAppeal } from './decide-appeal.ts';
import type {
  RatingReview,
  ReviewCommand,
  ReviewCommandType,
  ReviewEvent,
  ReviewRefusal,
  ReviewStatus,
} from './rating-review.ts';

export type ReviewContext = {
  readonly actor: Actor;
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  readonly deadlines: DeadlinePolicy;
};

export type ReviewDecision = Decision<ReviewEvent, ReviewRefusal>;

/** Levels that open a review. Source: domain.md, Complaint. */
export function isBadLevel(level: SatisfactionLevel): boolean {
  return level === 'dissatisfied' || level === 'very_dissatisfied';
}

/** Who may give each command. Everybody but the department itself stands outside it. */
export const REVIEW_AUTHORITY: Readonly<Record<ReviewCommandType, readonly Role[]>> = {
  make_contact: ['clerk', 'triage_admin'],
  verify: ['triage_admin', 'inspector'],
  extend: ['triage_admin'],
  rectify: ['department_officer', 'department_head'],
  reply: ['triage_admin'],
  record_callback: ['clerk'],
  cross_deadline: [],
  appeal: ['department_head'],
  name_panel: ['appraisal_admin'],
  vote: [],
  rule: ['appraisal_admin'],
};

const LAWFUL: Readonly<Record<ReviewStatus, readonly ReviewCommandType[]>> = {
  open: ['make_contact', 'extend'],
  contacted: ['verify', 'extend'],
  verified: ['rectify', 'extend'],
  rectified: ['reply'],
  replied: ['record_callback'],
  closed: [],
};

const APPEAL_COMMANDS: readonly ReviewCommandType[] = ['appeal', 'name_panel', 'vote', 'rule'];
const OF_THE_DEPARTMENT: readonly ReviewCommandType[] = ['rectify', 'appeal'];

/** Opens the review of a bad rating, with its own clock. */
export function openReview(
  given: {
    readonly id: string;
    readonly complaintId: string;
    readonly departmentId: string | null;
    readonly level: SatisfactionLevel;
  },
  { now: at, calendar, deadlines }: Omit<ReviewContext, 'actor'>,
): ReviewEvent {
  const due = (workingDays: number) => dueDate({ start: at, workingDays, calendar }).due;
  return {
    type: 'RatingReviewOpened',
    at,
    ...given,
    deadlineVersion: deadlines.version,
    contactDue: due(deadlines.reviewContact),
    rectifyDue: due(deadlines.reviewRectify),
    latestDue: due(deadlines.reviewLatest),
  };
}

/** What a command does to a review in its present state, or the rule that refuses it. */
export function decideReview(
  state: RatingReview,
  command: ReviewCommand,
  context: ReviewContext,
): ReviewDecision {
  if (command.type === 'cross_deadline') return crossDeadlines(state, context);
  const { actor } = context;
  if (actor.kind !== 'staff') return refused('not_authorised');
  const barred = barredFrom(state, command.type, actor);
  if (barred !== null) return refused(barred);
  if (APPEAL_COMMANDS.includes(command.type)) return decideAppeal(state, command, actor, context);
  if (!LAWFUL[state.status].includes(command.type)) return refused('illegal_review_step');
  return step(state, command, actor, context);
}

/** Why this person may not give the command; null where they may. */
export function barredFrom(
  { departmentId }: RatingReview,
  type: ReviewCommandType,
  actor: StaffActor,
): 'not_authorised' | 'review_by_concerned_department' | null {
  const isOwn = actor.departmentId === departmentId;
  if (type === 'vote') return isOwn ? 'review_by_concerned_department' : null;
  // Where the matter never came to a department, the office itself puts right what went wrong.
  if (type === 'rectify' && departmentId === null && hasRole(actor, 'triage_admin')) return null;
  if (!hasRole(actor, ...REVIEW_AUTHORITY[type])) return 'not_authorised';
  if (OF_THE_DEPARTMENT.includes(type)) return isOwn ? null : 'not_authorised';
  return isOwn ? 'review_by_concerned_department' : null;
}

export function isLawfulForReview(status: ReviewStatus, type: ReviewCommandType): boolean {
  return LAWFUL[status].includes(type);
}

function step(
  state: RatingReview,
  command: ReviewCommand,
  actor: StaffActor,
  context: ReviewContext,
): ReviewDecision {
  const { now: at, calendar } = context;
  switch (command.type) {
    case 'make_contact':
      return happened<ReviewEvent>({
        type: 'ReviewContactMade',
        at,
        isReached: command.isReached,
        note: command.note,
      });
    case 'verify': {
      const { isFounded, text } = command;
      return happened<ReviewEvent>({ type: 'ReviewVerified', at, staffId: actor.staffId, isFounded, text });
    }
    case 'extend': {
      const { due } = dueDate({ start: at, workingDays: command.workingDays, calendar });
      if (due.date > state.latestDue.date)
        return refused('review_beyond_latest', { latest: state.latestDue.date });
      return happened<ReviewEvent>({ type: 'ReviewExtended', at, rectifyDue: due, reason: command.reason });
    }
    case 'rectify':
      return happened<ReviewEvent>({ type: 'ReviewRectified', at, text: command.text });
    case 'reply':
      return happened<ReviewEvent>({ type: 'ReviewReplied', at, text: command.text });
    case 'record_callback':
      return callAgain(state, command, actor, context);
    default:
      return refused('illegal_review_step');
  }
}

/** The call that ends a review, takes it up again, or is tried again; silence never counts as satisfied. */
function callAgain(
  state: RatingReview,
  command: ReviewCommand & { type: 'record_callback' },
  actor: StaffActor,
  { now: at, calendar, deadlines }: ReviewContext,
): ReviewDecision {
  if (state.finding?.staffId === actor.staffId) return refused('review_by_concerned_department');
  const { outcome, contacted, solved, satisfaction, note } = command;
  if (outcome === 'valid' && satisfaction === null) return refused('callback_incomplete');
  const answers = outcome === 'valid' && satisfaction !== null ? { contacted, solved, satisfaction } : null;
  const callback = { at, staffId: actor.staffId, outcome, answers, ...(note ? { note } : {}) };
  const called: ReviewEvent = { type: 'ReviewCallbackRecorded', at, callback };
  const closed = (how: 'satisfied' | 'explained' | 'unresolved' | 'unreached'): ReviewDecision =>
    happened<ReviewEvent>(called, { type: 'ReviewClosed', at, outcome: how });
  if (answers === null) {
    const halfDays = new Set([...state.callbacks, callback].map(({ at: call }) => halfDayOf(call)));
    return halfDays.size >= deadlines.callbackTries ? closed('unreached') : happened(called);
  }
  if (!isBadLevel(answers.satisfaction)) return closed('satisfied');
  if (state.finding?.isFounded === false) return closed('explained');
  if (state.round >= deadlines.reviewRounds) return closed('unresolved');
  const due = (workingDays: number) => dueDate({ start: at, workingDays, calendar }).due;
  return happened<ReviewEvent>(called, {
    type: 'ReviewTakenUpAgain',
    at,
    rectifyDue: due(deadlines.reviewRectify),
    latestDue: due(deadlines.reviewLatest),
  });
}

/** Writes each deadline that is over, once. Contact counts while nobody was contacted, rectifying until it is done. */
function crossDeadlines(state: RatingReview, { actor, now: at }: ReviewContext): ReviewDecision {
  if (actor.kind !== 'system') return refused('not_authorised');
  const open = [
    ...(state.status === 'open' ? [['contact', state.contactDue] as const] : []),
    ...(['open', 'contacted', 'verified'].includes(state.status)
      ? [['rectify', state.rectifyDue] as const]
      : []),
  ];
  const past = open.filter(([, due]) => isPast(due, at));
  if (past.length === 0) return refused('not_due_yet');
  const firm = past.filter(([, due]) => !due.provisional);
  if (firm.length === 0) return refused('due_is_provisional');
  const fresh = firm.filter(
    ([deadline, due]) => !state.crossings.includes(crossingKey(deadline, due.date, 0)),
  );
  if (fresh.length === 0) return refused('already_crossed');
  return {
    ok: true,
    events: fresh.map(([deadline, due]) => ({ type: 'ReviewDeadlineCrossed', at, deadline, due })),
  };
}

function halfDayOf(at: Instant): string {
  const { date, hour } = shanghaiTimeOf(at);
  return `${date} ${hour < 12 ? 'am' : 'pm'}`;
}
