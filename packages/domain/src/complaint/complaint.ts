import type { ClosedPause, Due, Instant } from '../calendar/index.ts';

export const CHANNELS = ['portal', 'walk_in', 'phone', 'transfer_12345', 'api'] as const;
export type Channel = (typeof CHANNELS)[number];
export const COMPLAINANT_KINDS = ['citizen', 'enterprise'] as const;
export type ComplainantKind = (typeof COMPLAINANT_KINDS)[number];
export const OPENNESS = ['open', 'confidential', 'anonymous'] as const;
export type Openness = (typeof OPENNESS)[number];
export const CAUSE_CLASSES = [
  'refused_without_reason',
  'papers_again',
  'passed_around',
  'over_promised_time',
  'system_fault',
  'policy_conflict',
  'staff_conduct',
  'other',
] as const;
export type CauseClass = (typeof CAUSE_CLASSES)[number];
export const COMPLEXITIES = ['simple', 'ordinary', 'complex'] as const;
export type Complexity = (typeof COMPLEXITIES)[number];
export const OUTCOMES = ['solved', 'explained', 'not_permitted'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const DECLINE_REASONS = [
  'consultation',
  'petition',
  'court',
  'other_jurisdiction',
  'emergency',
  'no_facts',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];
export const CALLBACK_OUTCOMES = ['valid', 'no_answer', 'refused', 'wrong_number'] as const;
export type CallbackOutcome = (typeof CALLBACK_OUTCOMES)[number];
/** 好差评, worst to best: 非常不满意 … 非常满意. */
export const SATISFACTION_LEVELS = [
  'very_dissatisfied',
  'dissatisfied',
  'basically_satisfied',
  'satisfied',
  'very_satisfied',
] as const;
export type SatisfactionLevel = (typeof SATISFACTION_LEVELS)[number];

/** A running clock: enough to prove its due date again, day by day. */
export type Clock = {
  readonly kind: 'triage' | 'resolution' | 'waiting' | 'confirmation' | 'objection' | 'review';
  readonly start: Instant;
  readonly workingDays: number;
  readonly pauses: readonly ClosedPause[];
  readonly due: Due;
};

export type Callback = {
  readonly at: Instant;
  readonly staffId: string;
  readonly outcome: CallbackOutcome;
  /** The three questions, kept apart; null where the callback was not valid. */
  readonly answers: {
    readonly contacted: boolean;
    readonly solved: boolean;
    readonly satisfaction: SatisfactionLevel;
  } | null;
  /** What the window noted of the call; never for a department. */
  readonly note?: string;
};

export type Rating = { readonly at: Instant; readonly level: SatisfactionLevel; readonly comment: string };

export type PublishedAnswer = { readonly at: Instant; readonly outcome: Outcome; readonly text: string };

/** Who in the office said the last word on a case: whoever judges it again must be another. */
export type SaidBy = { readonly staffId: string; readonly departmentId: string };

/** The complainant's one objection to a decline (不予受理异议), and what became of it. */
export type Objection = {
  readonly at: Instant;
  readonly reason: string;
  /** `upheld`: the objection was right, the complaint is triaged again. */
  readonly decided: { readonly at: Instant; readonly isUpheld: boolean; readonly text: string } | null;
};

/** The one second-level review (复查), and what became of it. */
export type Review = {
  readonly at: Instant;
  readonly reason: string;
  /** `changed`: the outcome does not stand, the case is worked on again. */
  readonly decided: { readonly at: Instant; readonly isChanged: boolean; readonly text: string } | null;
};

/** A final answer that waits for the second person. */
export type FinalProposal = {
  readonly at: Instant;
  readonly by: SaidBy;
  readonly grounds: string;
  readonly legalBasis: string;
};

/** The last word on the facts of a case (终结答复). */
export type FinalAnswer = {
  readonly at: Instant;
  readonly grounds: string;
  readonly legalBasis: string;
  readonly text: string;
};

export const CHECK_CALL_OUTCOMES = ['own_wish', 'pressed', 'not_reached'] as const;
/** What the window heard when it asked whether a withdrawal was the complainant's own wish. */
export type CheckCallOutcome = (typeof CHECK_CALL_OUTCOMES)[number];

export const CONTACT_FIELDS = ['phone', 'email'] as const;
/** What of the contact data can be corrected. */
export type ContactField = (typeof CONTACT_FIELDS)[number];

/** Contact data that was removed after its term: when, and by which version of the rules. */
export type ContactRemoval = { readonly at: Instant; readonly rulesVersion: string };

/** Nothing of the case is removed while it is held (法律保留), whatever the rules say. */
export type LegalHold = { readonly at: Instant; readonly reason: string };

/** One of the complaints that another was split into. */
export type Part = { readonly id: string; readonly trackingNumber: string };

type Base = {
  readonly id: string;
  readonly trackingNumber: string;
  readonly channel: Channel;
  readonly complainantKind: ComplainantKind;
  readonly openness: Openness;
  /** Whether the window can reach the complainant by phone or mail. */
  readonly reachable: boolean;
  readonly submittedAt: Instant;
  readonly deadlineVersion: string;
  /** SHA-256 of the matter as filed; the text itself is kept outside the events. */
  readonly matterHash: string;
  readonly round: number;
  readonly reopens: number;
  readonly lastUrgedAt: Instant | null;
  readonly urges: number;
  readonly callbacks: readonly Callback[];
  readonly ratings: readonly Rating[];
  readonly answers: readonly PublishedAnswer[];
  readonly saidBy: SaidBy | null;
  readonly objection: Objection | null;
  readonly review: Review | null;
  readonly finalProposal: FinalProposal | null;
  readonly final: FinalAnswer | null;
  /** The complaint it is a part of; null where it was filed by itself. */
  readonly splitFromId: string | null;
  /** Null while contact data is kept, or where none was given. */
  readonly contactRemoved: ContactRemoval | null;
  readonly hold: LegalHold | null;
  /** Crossings already written, as `kind:date:level`, so that each is written once. */
  readonly crossings: readonly string[];
};

type Classified = { readonly category: string; readonly complexity: Complexity };
export type Handled = Classified & { readonly itemId: string; readonly resolution: Clock };

export type Submitted = Base & { readonly status: 'submitted'; readonly clock: Clock };
export type Accepted = Base & Classified & { readonly status: 'accepted'; readonly clock: Clock };
export type Declined = Base & {
  readonly status: 'declined';
  readonly reason: DeclineReason;
  readonly declinedAt: Instant;
};
export type Merged = Base & {
  readonly status: 'merged';
  readonly survivorId: string;
  /** Joined by the complainant at filing, so that nobody has triaged it. */
  readonly isJoined: boolean;
  readonly before: Submitted | Accepted;
};
/** Its parts are complaints of their own; it goes on in them. */
export type Split = Base & { readonly status: 'split'; readonly parts: readonly Part[] };
/** An objection to the decline waits for somebody else's decision. */
export type Objected = Base & {
  readonly status: 'objected';
  readonly reason: DeclineReason;
  readonly declinedAt: Instant;
  readonly clock: Clock;
};
export type Withdrawn = Base & {
  readonly status: 'withdrawn';
  readonly itemId: string | null;
  /** What it was under when it was withdrawn; null where nobody worked on it yet. */
  readonly handled: Handled | null;
  /** How often the window asked in vain whether the withdrawal was the complainant's own wish. */
  readonly checkCallTries: number;
  readonly isChecked: boolean;
};
export type SettledOnTheSpot = Base &
  Classified & { readonly status: 'settled_on_the_spot'; readonly settledAt: Instant };
export type UnderSupervision = Base &
  Handled & { readonly status: 'under_supervision'; readonly clock: Clock };
export type AwaitingComplainant = Base &
  Handled & { readonly status: 'awaiting_complainant'; readonly clock: Clock; readonly question: string };
export type Answered = Base & Handled & { readonly status: 'answered'; readonly clock: Clock };
export type Closed = Base &
  Handled & {
    readonly status: 'closed';
    readonly closedAt: Instant;
    readonly by: 'confirmation' | 'silence' | 'final';
  };
/** Another unit reviews how it ended. */
export type UnderReview = Base & {
  readonly status: 'under_review';
  readonly before: Declined | SettledOnTheSpot | Closed;
  readonly itemId: string | null;
  readonly clock: Clock;
};
export type Disputed = Base & Handled & { readonly status: 'disputed'; readonly reason: string };
export type Reopened = Base & Handled & { readonly status: 'reopened'; readonly reason: string };

export type Complaint =
  | Submitted
  | Accepted
  | Declined
  | Objected
  | Merged
  | Split
  | Withdrawn
  | SettledOnTheSpot
  | UnderSupervision
  | AwaitingComplainant
  | Answered
  | Closed
  | Disputed
  | Reopened
  | UnderReview;

export type ComplaintStatus = Complaint['status'];

export const COMPLAINT_STATUSES = [
  'submitted',
  'accepted',
  'declined',
  'objected',
  'merged',
  'split',
  'withdrawn',
  'settled_on_the_spot',
  'under_supervision',
  'awaiting_complainant',
  'answered',
  'closed',
  'disputed',
  'reopened',
  'under_review',
] as const satisfies readonly ComplaintStatus[];
