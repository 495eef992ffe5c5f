import type { Due, Instant } from '../../calendar/index.ts';
import type { Callback, SatisfactionLevel } from '../complaint.ts';

export const REVIEW_STATUSES = ['open', 'contacted', 'verified', 'rectified', 'replied', 'closed'] as const;
export type ReviewStatus = (typeof REVIEW_STATUSES)[number];

export const REVIEW_OUTCOMES = ['satisfied', 'explained', 'unresolved', 'unreached', 'excluded'] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

/** Why a rating or callback does not count for a department. Only a panel says so. */
export const EXCLUSION_REASONS = [
  'mistaken',
  'malicious',
  'not_competent',
  'final_answer',
  'force_majeure',
] as const;
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number];

export type Vote = { readonly staffId: string; readonly isUpheld: boolean; readonly reason: string };

/** A department's appeal against a rating, decided by a panel. */
export type Appeal = {
  readonly at: Instant;
  readonly reason: ExclusionReason;
  readonly text: string;
  readonly panel: readonly { readonly staffId: string; readonly departmentId: string }[];
  readonly votes: readonly Vote[];
  readonly ruling: { readonly at: Instant; readonly isUpheld: boolean; readonly publicReason: string } | null;
};

/** What a bad rating sets off (差评整改): contact, verify, rectify, reply, call again. Source: domain.md, Complaint. */
export type RatingReview = {
  readonly id: string;
  readonly complaintId: string;
  /** The department the rating is about; null where the matter never came to one. */
  readonly departmentId: string | null;
  readonly deadlineVersion: string;
  readonly openedAt: Instant;
  readonly level: SatisfactionLevel;
  readonly status: ReviewStatus;
  /** How often rectifying began anew after a call that found no satisfaction. */
  readonly round: number;
  readonly contactDue: Due;
  readonly rectifyDue: Due;
  /** No extension goes beyond it. */
  readonly latestDue: Due;
  readonly finding: { readonly staffId: string; readonly isFounded: boolean; readonly text: string } | null;
  readonly measures: readonly string[];
  /** What everybody may read. */
  readonly reply: string | null;
  readonly callbacks: readonly Callback[];
  readonly outcome: ReviewOutcome | null;
  readonly appeal: Appeal | null;
  readonly crossings: readonly string[];
};

export type ReviewEvent = { readonly at: Instant } & (
  | {
      readonly type: 'RatingReviewOpened';
      readonly id: string;
      readonly complaintId: string;
      readonly departmentId: string | null;
      readonly deadlineVersion: string;
      readonly level: SatisfactionLevel;
      readonly contactDue: Due;
      readonly rectifyDue: Due;
      readonly latestDue: Due;
    }
  | { readonly type: 'ReviewContactMade'; readonly isReached: boolean; readonly note: string }
  | {
      readonly type: 'ReviewVerified';
      readonly staffId: string;
      readonly isFounded: boolean;
      readonly text: string;
    }
  | { readonly type: 'ReviewExtended'; readonly rectifyDue: Due; readonly reason: string }
  | { readonly type: 'ReviewRectified'; readonly text: string }
  | { readonly type: 'ReviewReplied'; readonly text: string }
  | { readonly type: 'ReviewCallbackRecorded'; readonly callback: Callback }
  | { readonly type: 'ReviewTakenUpAgain'; readonly rectifyDue: Due; readonly latestDue: Due }
  | { readonly type: 'ReviewClosed'; readonly outcome: ReviewOutcome }
  | { readonly type: 'ReviewDeadlineCrossed'; readonly deadline: 'contact' | 'rectify'; readonly due: Due }
  | { readonly type: 'RatingAppealed'; readonly reason: ExclusionReason; readonly text: string }
  | { readonly type: 'AppealPanelNamed'; readonly panel: Appeal['panel'] }
  | { readonly type: 'AppealVoteRecorded'; readonly vote: Vote }
  | { readonly type: 'AppealRuled'; readonly isUpheld: boolean; readonly publicReason: string }
);

type Command<Type extends string, Data = Record<never, never>> = { readonly type: Type } & Readonly<Data>;

export type ReviewCommand =
  | Command<'make_contact', { isReached: boolean; note: string }>
  | Command<'verify', { isFounded: boolean; text: string }>
  | Command<'extend', { workingDays: number; reason: string }>
  | Command<'rectify', { text: string }>
  | Command<'reply', { text: string }>
  | Command<
      'record_callback',
      {
        outcome: Callback['outcome'];
        contacted: boolean;
        solved: boolean;
        satisfaction: SatisfactionLevel | null;
        note: string;
      }
    >
  | Command<'cross_deadline'>
  | Command<'appeal', { reason: ExclusionReason; text: string }>
  | Command<'name_panel', { panel: Appeal['panel'] }>
  | Command<'vote', { isUpheld: boolean; reason: string }>
  | Command<'rule', { publicReason: string }>;

export type ReviewCommandType = ReviewCommand['type'];

export const REVIEW_COMMANDS = [
  'make_contact',
  'verify',
  'extend',
  'rectify',
  'reply',
  'record_callback',
  'cross_deadline',
  'appeal',
  'name_panel',
  'vote',
  'rule',
] as const satisfies readonly ReviewCommandType[];

export type ReviewRefusal =
  | 'not_authorised'
  | 'illegal_review_step'
  | 'review_by_concerned_department'
  | 'review_beyond_latest'
  | 'callback_incomplete'
  | 'callbacks_exhausted'
  | 'complainant_not_reachable'
  | 'not_due_yet'
  | 'already_crossed'
  | 'due_is_provisional'
  | 'appeal_too_late'
  | 'panel_too_small'
  | 'panel_not_independent'
  | 'already_voted'
  | 'panel_not_done';
