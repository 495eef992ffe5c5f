import type { Due, Instant } from '../calendar/index.ts';
import type {
  Callback,
  Channel,
  Clock,
  ComplainantKind,
  Complexity,
  DeclineReason,
  Openness,
  Outcome,
  SatisfactionLevel,
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
      }
    >
  | Event<'ComplaintAccepted', { category: string; complexity: Complexity; clock: Clock }>
  | Event<'ComplaintDeclined', { reason: DeclineReason; competentBody: string; notice: string }>
  | Event<'ComplaintMerged', { survivorId: string; survivorNumber: string }>
  | Event<'ComplaintUnmerged', { reason: string }>
  | Event<'ComplaintWithdrawn', { reason: string }>
  | Event<
      'ComplaintSettledOnTheSpot',
      { category: string; complexity: Complexity; outcome: Outcome; text: string }
    >
  | Event<'ComplaintPlacedUnderSupervision', { itemId: string; round: number; clock: Clock }>
  | Event<'ComplainantAsked', { question: string; clock: Clock }>
  | Event<'ComplainantReplied', { text: string; clock: Clock }>
  | Event<'QuestionTimedOut', { clock: Clock }>
  | Event<'AnswerPublished', { outcome: Outcome; text: string; clock: Clock }>
  | Event<'AnswerConfirmed', Record<never, never>>
  | Event<'ComplaintClosedInSilence', Record<never, never>>
  | Event<'AnswerDisputed', { reason: string }>
  | Event<'ComplaintReopened', { reason: string }>
  | Event<'ComplaintRated', { level: SatisfactionLevel; comment: string }>
  | Event<'CallbackRecorded', { callback: Callback }>
  | Event<'ComplaintSupplemented', { text: string }>
  | Event<'ComplaintUrged', Record<never, never>>
  | Event<'DeadlineCrossed', { clock: Clock['kind']; due: Due; level: number }>
  | Event<'DueDateRecomputed', { before: Due; clock: Clock }>;

export type ComplaintEventType = ComplaintEvent['type'];
