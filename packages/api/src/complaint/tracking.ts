import type { ContactLook, TrackedMatter, TranslatedName } from '@bihuan/db';
import type {
  AccessStatus,
  Clock,
  Complexity,
  ContactRemoval,
  ComplaintStatus,
  DeclineReason,
  Due,
  FinalAnswer,
  IdentityField,
  Instant,
  LocalDate,
  Openness,
  Objection,
  Pause,
  ProofLine,
  PublishedAnswer,
  Rating,
  Refusal,
  Review,
} from '@bihuan/domain';
import type { RefusalCode } from '../result.ts';
import type { PublicReview } from './rating-review/public-reviews.ts';
import type { ComplainantCommandType } from './command-as-complainant.ts';
import type { TimelineEntry } from './tracking-timeline.ts';
import type { DeadlineRule } from '../policy/deadlines-of-case.ts';

/** A clock with its proof, day by day. `due` is null while it stands still; then `pausedSince` tells since when. */
export type TrackedClock = {
  readonly kind: Clock['kind'];
  readonly start: Instant;
  readonly workingDays: number;
  readonly due: Due | null;
  readonly pausedSince: LocalDate | null;
  readonly pauses: readonly Pause[];
  readonly proof: readonly ProofLine[];
  /** Working days to come, in steps of 0.5; negative when late, null while it stands still. */
  readonly daysLeft: number | null;
};

/** With whom the matter lies: the desk that triages, a department, the office that verifies and answers, or the complainant. */
export type Holder =
  | { readonly kind: 'triage' | 'office' | 'verification' | 'complainant' | 'objection' | 'review' }
  | { readonly kind: 'department'; readonly department: TranslatedName };

/** What may be done now; `refusal` tells why a thing this state knows is not possible at the moment. */
export type Move = {
  readonly command: ComplainantCommandType;
  readonly refusal: Refusal<RefusalCode> | null;
};

/** The complaint that a merged one follows. */
export type Survivor = {
  readonly trackingNumber: string;
  readonly status: ComplaintStatus;
  readonly holder: Holder | null;
  readonly clock: TrackedClock | null;
  /** Without anything that tells who filed it. */
  readonly answers: readonly PublishedAnswer[];
  /** How many report the same matter beside whoever filed it; never who. */
  readonly alsoReported: number;
  readonly final: FinalAnswer | null;
};

/** One of the parts of a complaint that was split. */
export type TrackedPart = Omit<Survivor, 'answers' | 'alsoReported' | 'final'> & {
  readonly complaintId: string;
  readonly title: string;
  readonly isThis: boolean;
};

/** A department's request to know who the complainant is. `isOpen`: whether it may look now. */
export type AskedAccess = {
  readonly id: string;
  readonly at: Instant;
  readonly department: TranslatedName | null;
  readonly reason: string;
  readonly status: AccessStatus;
  readonly fields: readonly IdentityField[];
  readonly untilOn: LocalDate | null;
  readonly isOpen: boolean;
};

/** Everything the complainant sees of their case. Holds no contact data, no findings and no names of staff. */
export type Tracking = {
  readonly complaintId: string;
  readonly version: number;
  readonly trackingNumber: string;
  readonly status: ComplaintStatus;
  readonly openness: Openness;
  readonly submittedAt: Instant;
  readonly round: number;
  readonly complexity: Complexity | null;
  readonly matter: TrackedMatter & { readonly aboutDepartment: TranslatedName | null };
  /** Who looked at the contact data, latest first: unit, moment and reason, never the person. */
  readonly looks: readonly ContactLook[];
  /** Since when contact data is removed, and under which version of the rules; null while it is kept, or where none was given. */
  readonly contactRemoved: ContactRemoval | null;
  /** Who asked to see it, latest first. */
  readonly accesses: readonly AskedAccess[];
  readonly holder: Holder | null;
  /** The clock that runs now. */
  readonly clock: TrackedClock | null;
  /** The clock of the handling while it stands still because the complainant was asked. */
  readonly pausedClock: TrackedClock | null;
  /** By which rule its handling has the days it has; null before it is classified. */
  readonly rule: DeadlineRule | null;
  readonly question: string | null;
  readonly declined: {
    readonly reason: DeclineReason;
    readonly competentBody: string;
    readonly notice: string;
  } | null;
  readonly objection: Objection | null;
  readonly review: Review | null;
  readonly answers: readonly PublishedAnswer[];
  readonly ratings: readonly Rating[];
  /** What became of bad ratings. */
  readonly reviews: readonly PublicReview[];
  /** Last day for rating; null where nothing was answered yet. */
  readonly rateUntil: LocalDate | null;
  /** Last day for reopening; null where the case is not closed. */
  readonly reopenUntil: LocalDate | null;
  readonly closedBy: 'confirmation' | 'silence' | 'final' | null;
  /** The last word on these facts. */
  readonly final: FinalAnswer | null;
  readonly moves: readonly Move[];
  readonly timeline: readonly TimelineEntry[];
  readonly survivor: Survivor | null;
  /** How many complaints follow this case, or the one it follows itself. */
  readonly alsoReported: number;
  /** What it was split into, or with which other parts it came of the same complaint. */
  readonly parts: readonly TrackedPart[];
  /** The complaint it is a part of. */
  readonly whole: { readonly complaintId: string; readonly trackingNumber: string } | null;
};
