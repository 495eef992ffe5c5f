import { dueDate, isPast, type Due, type Instant } from '../calendar/index.ts';
import { happened, refused, type Refusal } from '../decision.ts';
import type { StaffActor } from '../people/actor.ts';
import type { DeadlinePolicy } from '../policy/deadline-policy.ts';
import { mayStrikeOff } from './dual-verification.ts';
import type { ItemCommand } from './item-command.ts';
import type { ItemContext, ItemDecision } from './item-decision.ts';
import type { SupervisionItem, Verifying } from './supervision-item.ts';

/** An objection from the public to a strike-off shown beforehand; `ruling` is null until it is ruled on. */
export type NoticeObjection = {
  readonly id: string;
  readonly at: Instant;
  readonly text: string;
  readonly ruling: {
    readonly at: Instant;
    readonly by: string;
    readonly isUpheld: boolean;
    readonly text: string;
  } | null;
};

/** That an item is about to be struck off, shown to everybody (销号公示). */
export type PublicNotice = {
  readonly at: Instant;
  readonly by: string;
  readonly text: string;
  readonly until: Due;
  readonly objections: readonly NoticeObjection[];
};

export type NoticeRefusal =
  | 'notice_needed'
  | 'notice_running'
  | 'notice_objection_open'
  | 'notice_objection_upheld';

/** Shows that an item is about to be struck off (销号公示), once both findings agree that the matter is resolved. */
export function givePublicNotice(
  state: Verifying,
  { text }: ItemCommand & { type: 'give_public_notice' },
  actor: StaffActor,
  { now: at, calendar, deadlines }: ItemContext,
): ItemDecision {
  if (!mayStrikeOff(state)) return refused('two_findings_needed');
  if (state.notice !== null) return refused('notice_given_already');
  const { workingDays } = deadlines.publicNotice;
  const { due: until } = dueDate({ start: at, workingDays, calendar });
  const { due: decideBy } = dueDate({ start: at, workingDays: decideNoticeWithin(deadlines), calendar });
  return happened({ type: 'PublicNoticeGiven', at, by: actor.staffId, text, until, decideBy });
}

/** Working days from the notice on within which it is decided what becomes of the item. */
export function decideNoticeWithin({ publicNotice, verification }: DeadlinePolicy): number {
  return publicNotice.workingDays + verification;
}

/** Anybody says, while the notice runs, that the matter is not resolved. */
export function objectToNotice(
  state: Verifying,
  { objectionId, text }: ItemCommand & { type: 'object_to_notice' },
  { now: at }: ItemContext,
): ItemDecision {
  if (state.notice === null || isPast(state.notice.until, at)) return refused('no_notice_running');
  return happened({ type: 'NoticeObjected', at, objectionId, text });
}

/** What became of an objection. One that holds keeps the item on the list: it goes back to be worked on. */
export function ruleOnNoticeObjection(
  state: Verifying,
  { objectionId, isUpheld, text }: ItemCommand & { type: 'rule_on_notice_objection' },
  actor: StaffActor,
  { now: at }: ItemContext,
): ItemDecision {
  const objection = state.notice?.objections.find(({ id }) => id === objectionId);
  if (objection === undefined) return refused('unknown_objection');
  if (objection.ruling !== null) return refused('objection_ruled_already');
  return happened({ type: 'NoticeObjectionRuled', at, by: actor.staffId, objectionId, isUpheld, text });
}

/** What a public notice, given or still to be given, has against striking an item off now. */
export function noticeAgainst(
  state: Verifying,
  { now, deadlines }: Pick<ItemContext, 'now' | 'deadlines'>,
): Refusal<NoticeRefusal> | null {
  const { notice } = state;
  if (notice === null) return needsNotice(state, deadlines) ? refused('notice_needed').refusal : null;
  if (isUpheld(notice)) return refused('notice_objection_upheld').refusal;
  if (!isPast(notice.until, now)) return refused('notice_running', { date: notice.until.date }).refusal;
  return openObjections(notice).length > 0 ? refused('notice_objection_open').refusal : null;
}

/** Whether the policy wants items like this one shown before they are struck off. */
export function needsNotice(
  { importance }: Pick<SupervisionItem, 'importance'>,
  { publicNotice }: Pick<DeadlinePolicy, 'publicNotice'>,
): boolean {
  return publicNotice.importances.includes(importance);
}

/** Whether an objection to the notice held. */
export function isUpheld({ objections }: PublicNotice): boolean {
  return objections.some(({ ruling }) => ruling?.isUpheld === true);
}

/** Objections that nobody has ruled on yet. */
export function openObjections({ objections }: PublicNotice): PublicNotice['objections'] {
  return objections.filter(({ ruling }) => ruling === null);
}
