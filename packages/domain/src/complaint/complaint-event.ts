import type { Due, Instant } from '../calendar/index.ts';
import type {
  Callback,
  Channel,
  CheckCallOutcome,
  Clock,
  ComplainantKind,
  Complexity,
  ContactField,
  DeclineReason,
  Openness,
  Outcome,
  Part,
  SatisfactionLevel,
  SaidBy,
} from './complaint.ts';

type Event<Type extends string, Data> = { readonly type: Type; readonly at: Instant } & Readonly<Data>;

export type ComplaintEvent =
  | Event<
      'ComplaintSubmitted',
      {
        id: string;
        trackingNumber: string;
        channel: Channel;
        complainantKind: ComplainantKind;
        openness: Openness;
        reachable: boolean;
        matterHash: string;
        deadlineVersion: string;
        clock: Clock;
        /** The complaint it is a part of; missing where it was filed by itself. */
        splitFromId?: string;
      }
    >
  | Event<'ComplaintAccepted', { category: string; complexity: Complexity; clock: Clock }>
  | Event<'ComplaintDeclined', { reason: DeclineReason; competentBody: string; notice: string; by?: SaidBy }>
  | Event<'DeclineObjected', { reason: string; clock: Clock }>
  /** Upheld: the clock of the new triage. */
  | Event<'ObjectionDecided', { isUpheld: boolean; text: string; by: SaidBy; clock: Clock | null }>
  | Event<'ComplaintMerged', { survivorId: string; survivorNumber: string }>
  /** The complainant said at filing that theirs is the matter of a case that runs (共同反映). */
  | Event<'ComplaintJoined', { survivorId: string; survivorNumber: string }>
  /** `clock`: of the triage that one who joined by themself has not had yet. */
  | Event<'ComplaintUnmerged', { reason: string; clock?: Clock }>
  | Event<'ComplaintSplit', { parts: readonly Part[]; reason: string }>
  /** Another category or complexity: the handling's clock with the pauses it had, and the date it had before. */
  | Event<
      'ComplaintReclassified',
      { category: string; complexity: Complexity; reason: string; before: Due; clock: Clock }
    >
  | Event<'ComplaintWithdrawn', { reason: string }>
  /** The file it came with was brought in by mistake; nobody had acted on it. */
  | Event<'ImportUndone', { reason: string }>
  | Event<'CheckCallRecorded', { outcome: CheckCallOutcome; note: string }>
  | Event<
      'ComplaintSettledOnTheSpot',
      { category: string; complexity: Complexity; outcome: Outcome; text: string; by?: SaidBy }
    >
  | Event<'ComplaintPlacedUnderSupervision', { itemId: string; round: number; clock: Clock }>
  | Event<'ComplainantAsked', { question: string; clock: Clock }>
  | Event<'ComplainantReplied', { text: string; clock: Clock }>
  | Event<'QuestionTimedOut', { clock: Clock }>
  | Event<'AnswerPublished', { outcome: Outcome; text: string; by?: SaidBy; clock: Clock }>
  | Event<'AnswerConfirmed', Record<never, never>>
  | Event<'ComplaintClosedInSilence', Record<never, never>>
  | Event<'AnswerDisputed', { reason: string }>
  | Event<'ComplaintReopened', { reason: string }>
  | Event<'ReviewRequested', { reason: string; clock: Clock }>
  /** Changed: the clock of the work that begins again, where it begins with one. */
  | Event<'ReviewDecided', { isChanged: boolean; text: string; by: SaidBy; clock: Clock | null }>
  /** Raised again without new reasons after its review: proposed as finally answered, and decided by a second person. */
  | Event<'FinalProposed', { grounds: string; legalBasis: string; by: SaidBy }>
  | Event<'FinalDecided', { isApproved: boolean; text: string; by: SaidBy }>
  | Event<'ComplaintRated', { level: SatisfactionLevel; comment: string }>
  | Event<'CallbackRecorded', { callback: Callback }>
  | Event<'ComplaintSupplemented', { text: string }>
  | Event<'ContactCorrected', { field: ContactField }>
  /** The tombstone (销毁记录): nothing of what was removed is in it. */
  | Event<'ContactRemoved', { rulesVersion: string }>
  | Event<'LegalHoldPlaced', { reason: string }>
  | Event<'LegalHoldLifted', { reason: string }>
  | Event<'ComplaintUrged', Record<never, never>>
  | Event<'DeadlineCrossed', { clock: Clock['kind']; due: Due; level: number }>
  | Event<'ResolutionExtended', { workingDays: number; reason: string; before: Due; clock: Clock }>
  | Event<'DueDateRecomputed', { before: Due; clock: Clock }>;

export type ComplaintEventType = ComplaintEvent['type'];
