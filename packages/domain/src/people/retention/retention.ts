import { addDays, type LocalDate } from '../../calendar/index.ts';
import type { ComplaintEvent } from '../../complaint/complaint-event.ts';
import type { ComplaintStatus } from '../../complaint/complaint.ts';
import type { RetentionPolicy } from '../../policy/retention-policy.ts';

/** States in which nobody owes a complainant anything more, unless it begins again. */
export const ENDED_STATUSES = [
  'declined',
  'merged',
  'split',
  'withdrawn',
  'settled_on_the_spot',
  'closed',
] as const satisfies readonly ComplaintStatus[];

/**
 * Events after which a term begins: those that end a case, each time they do, and contact data given anew. Where a case began
 * again it is in no state that has ended, and ends by another of them.
 */
export const TERM_EVENTS = [
  'ComplaintDeclined',
  'ObjectionDecided',
  'ComplaintMerged',
  'ComplaintJoined',
  'ComplaintSplit',
  'ComplaintWithdrawn',
  'ImportUndone',
  'CheckCallRecorded',
  'ComplaintSettledOnTheSpot',
  'AnswerConfirmed',
  'ComplaintClosedInSilence',
  'ReviewDecided',
  'FinalDecided',
  'ContactCorrected',
] as const satisfies readonly ComplaintEvent['type'][];

export const PENDING_MATTERS = [
  /** The supervision item over it is still on the list, or watched. */
  'item',
  /** A department objects to a card on that item. */
  'card',
  /** The review of a bad rating, or a department's appeal in it. */
  'rating_review',
  /** A department asked who the complainant is, or may still look. */
  'identity_access',
  /** A final answer waits for its second person. */
  'final_answer',
  /** The case it was merged into, or a part it was split into, goes on or is held. */
  'related',
] as const;
/** What goes on beside a complaint that ended. */
export type PendingMatter = (typeof PENDING_MATTERS)[number];

/** What is known of one complaint when it is asked what of it is due for removal. */
export type RetentionFacts = {
  readonly status: ComplaintStatus;
  /** The day of the last event after which a term begins; null where there was none. */
  readonly endedOn: LocalDate | null;
  readonly isHeld: boolean;
  readonly open: readonly PendingMatter[];
};

export type KeepReason = 'hold' | 'running' | PendingMatter;

export type Retention =
  /** Kept however long it is over: why. */
  | { readonly kind: 'kept'; readonly because: readonly KeepReason[] }
  /** The first day on which contact data, messages and traces of ratings are removed. */
  | {
      readonly kind: 'ended';
      readonly contactFrom: LocalDate;
      readonly messagesFrom: LocalDate;
      readonly tracesFrom: LocalDate;
    };

type Terms = Pick<RetentionPolicy, 'contactDays' | 'messageDays' | 'ratingTraceDays'>;

/**
 * What of a complaint is due for removal and when. The day on which it ended is not counted; through the last day of a term
 * everything is there.
 */
export function retentionOf({ status, endedOn, isHeld, open }: RetentionFacts, terms: Terms): Retention {
  const isEnded = endedOn !== null && (ENDED_STATUSES as readonly ComplaintStatus[]).includes(status);
  const because: readonly KeepReason[] = [
    ...(isHeld ? (['hold'] as const) : []),
    ...(isEnded ? [] : (['running'] as const)),
    ...open,
  ];
  if (because.length > 0 || endedOn === null) return { kind: 'kept', because };
  const from = (days: number) => addDays(endedOn, days + 1);
  return {
    kind: 'ended',
    contactFrom: from(terms.contactDays),
    messagesFrom: from(terms.messageDays),
    tracesFrom: from(terms.ratingTraceDays),
  };
}

/** What of a complaint is to be removed on a day; removing contact data removes the rest with it. */
export function dueForRemoval(
  facts: RetentionFacts,
  terms: Terms,
  today: LocalDate,
): { readonly contact: boolean; readonly messages: boolean; readonly traces: boolean } {
  const retention = retentionOf(facts, terms);
  if (retention.kind === 'kept') return { contact: false, messages: false, traces: false };
  const contact = retention.contactFrom <= today;
  return {
    contact,
    messages: contact || retention.messagesFrom <= today,
    traces: contact || retention.tracesFrom <= today,
  };
}
