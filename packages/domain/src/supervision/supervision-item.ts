import type { Due, Instant, LocalDate } from '../calendar/index.ts';
import type { EscalationTier } from '../policy/escalation-policy.ts';
import type { CooperationAssessment } from './cooperation.ts';
import type { DeadlineKind, MissingPost } from './item-event.ts';
import type { PublicNotice } from './public-notice.ts';

export const SOURCES = [
  'complaint',
  'superior_task',
  'leader_assignment',
  'department_feedback',
  'appraisal_finding',
  'special_inspection',
] as const;
export type Source = (typeof SOURCES)[number];
export const IMPORTANCES = ['normal', 'key', 'listed'] as const;
export type Importance = (typeof IMPORTANCES)[number];
export const RULINGS = ['reassign', 'uphold', 'reject'] as const;
export type Ruling = (typeof RULINGS)[number];
/** What the coordinator rules where a cooperating department disputes its measure. */
export const DISPUTE_RULINGS = ['measure_upheld', 'measure_changed', 'measure_withdrawn'] as const;
export type DisputeRuling = (typeof DISPUTE_RULINGS)[number];
/** Why a department sends an item back. */
export const RETURN_CAUSES = [
  'not_our_duty',
  'other_lead',
  'beyond_jurisdiction',
  'facts_unclear',
  'handled_already',
  'other',
] as const;
export type ReturnCause = (typeof RETURN_CAUSES)[number];
/** A ruling of before: the event of an item that made it. */
export type PrecedentRef = { readonly itemId: string; readonly version: number };

/** A cooperating department's dispute (配合争议) of what it owes, until it is ruled on. */
export type MeasureDispute = {
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
  readonly basis: string;
};

/** A dispute that was ruled on: who owed the measure then, and how long it waited. */
export type SettledDispute = {
  readonly departmentId: string;
  readonly at: Instant;
  readonly ruledAt: Instant;
};

export type Measure = {
  readonly id: string;
  readonly text: string;
  readonly departmentId: string;
  readonly dueOn: LocalDate;
  readonly completedAt: Instant | null;
  readonly evidence: string;
  /** Why it came late, where it did. */
  readonly explanation?: string;
  /** It waits for a ruling, and its clock stands still. */
  readonly dispute?: MeasureDispute;
  /** Disputes of it that were ruled on, the first first. */
  readonly settled?: readonly SettledDispute[];
};

export type ProgressReport = {
  readonly id: string;
  readonly at: Instant;
  readonly departmentId: string;
  readonly staffId: string;
  readonly text: string;
  readonly percent: number;
  readonly obstacles: string;
  readonly nextStep: string;
  /** False where the text repeats the last report and neither measures nor evidence changed. */
  readonly hasSubstance: boolean;
};

/** Why a report is sent back as weak (反馈驳回). */
export const REPORT_FAULTS = ['no_substance', 'off_the_point', 'unsupported', 'no_next_step'] as const;
export type ReportFault = (typeof REPORT_FAULTS)[number];

/** A report sent back. `nth`: how often this department's reports on this item were, this time counted. */
export type Rejection = {
  readonly reportId: string;
  readonly at: Instant;
  readonly departmentId: string;
  readonly fault: ReportFault;
  readonly text: string;
  readonly nth: number;
};

/** An extension (延期) asked for; `decision` is null until it is decided. */
export type Extension = {
  readonly requestedAt: Instant;
  readonly requestedBy: string;
  /** In steps of 0.5. */
  readonly workingDays: number;
  readonly reason: string;
  readonly decision: {
    readonly at: Instant;
    readonly by: string;
    readonly isGranted: boolean;
    readonly text: string;
  } | null;
};

/** A leader's remark (批示), which a department owes an answer to. */
export type Directive = {
  readonly id: string;
  readonly at: Instant;
  readonly by: string;
  readonly departmentId: string;
  readonly text: string;
  readonly dueOn: LocalDate;
  readonly answer: { readonly at: Instant; readonly by: string; readonly text: string } | null;
};

/** A look-back (回头看) after the strike-off. */
export type LookBack = {
  readonly at: Instant;
  readonly by: string;
  readonly isHolding: boolean;
  readonly text: string;
};

export const VISIT_KINDS = ['site_visit', 'talk'] as const;
/** A visit on the spot (现场督查), or a talk with those responsible (约谈). */
export type VisitKind = (typeof VISIT_KINDS)[number];

export const TEAM_PURPOSES = ['verification', 'site_visit', 'third_check'] as const;
export type TeamPurpose = (typeof TEAM_PURPOSES)[number];

/** A team (督查组) formed for one purpose; the latest of each stands. */
export type Team = {
  readonly purpose: TeamPurpose;
  readonly at: Instant;
  readonly by: string;
  readonly memberIds: readonly string[];
};

/** A: verification 督查核实; B: corroboration 考核印证 or callback 回访; C: third check with a site visit. */
export type FindingPart = 'A' | 'B' | 'C';
export type FindingKind = 'verification' | 'callback' | 'corroboration' | 'third_check';

export type SiteVisit = {
  readonly on: LocalDate;
  readonly place: string;
  readonly inspectorIds: readonly string[];
};

export type Finding = {
  readonly id: string;
  readonly part: FindingPart;
  readonly kind: FindingKind;
  readonly at: Instant;
  readonly staffId: string;
  readonly departmentId: string;
  readonly isResolved: boolean;
  /** The inspector found that the request claimed what plainly was not so. */
  readonly isFalseRequest: boolean;
  readonly text: string;
  readonly complaintId: string | null;
  readonly visit: SiteVisit | null;
};

export type Assignment = {
  readonly leadDepartmentId: string;
  readonly cooperatingDepartmentIds: readonly string[];
  readonly clock: { readonly start: Instant; readonly workingDays: number };
  readonly deadline: Due;
  readonly signDue: Due;
  /** Assigned by a leader beyond return. */
  readonly isDesignated: boolean;
};

/** A step up the chain of lateness (逐级提醒), and whom it reached. */
export type Escalation = {
  readonly at: Instant;
  readonly deadline: DeadlineKind;
  readonly ref: string;
  readonly due: Due;
  readonly departmentId: string;
  readonly tier: EscalationTier;
  readonly staffIds: readonly string[];
  readonly missing: MissingPost | null;
};

type Base = {
  readonly id: string;
  readonly number: string;
  readonly source: Source;
  readonly basis: string;
  readonly problem: string;
  readonly importance: Importance;
  readonly deadlineVersion: string;
  readonly proposedAt: Instant;
  readonly proposedBy: string;
  readonly complaintIds: readonly string[];
  /** Open items on the same matter beside which it goes on for a stated reason. */
  readonly besideIds: readonly string[];
  readonly returns: number;
  readonly reworks: number;
  readonly measures: readonly Measure[];
  readonly reports: readonly ProgressReport[];
  /** Findings of the present verification. Earlier ones stay in the events. */
  readonly findings: readonly Finding[];
  readonly crossings: readonly string[];
  /** Dates of which it is written that they came near. */
  readonly nearings: readonly string[];
  readonly escalations: readonly Escalation[];
  readonly rejections: readonly Rejection[];
  readonly extensions: readonly Extension[];
  readonly directives: readonly Directive[];
  readonly teams: readonly Team[];
  readonly assessments: readonly CooperationAssessment[];
  /** Of the present verification; null where none was given. */
  readonly notice: PublicNotice | null;
  /** While every open complaint under it waits for its complainant; null while the clocks run. */
  readonly wait: Wait | null;
  /** Such times that are over, since it was proposed. */
  readonly waits: readonly Interruption[];
};

/** Since when the clocks stand still, and until when at most. */
export type Wait = { readonly since: Instant; readonly until: Due };

/** A time in which the matter lay with the office or the complainant and not with the departments; their clocks stood still. */
export type Interruption = {
  readonly leftAt: Instant;
  readonly backAt: Instant;
  readonly reason: 'suspended' | 'with_the_office' | 'awaiting_complainant';
};

type Assigned_ = {
  readonly assignment: Assignment;
  readonly assignedAt: Instant;
  readonly interruptions: readonly Interruption[];
};
type Signed_ = Assigned_ & {
  readonly signedAt: Instant;
  readonly isSilentlySigned: boolean;
  readonly nextReportDue: Due;
};
type Requested_ = Signed_ & {
  readonly requestedAt: Instant;
  readonly requestedBy: string;
  readonly claim: string;
};
type Verifying_ = Requested_ & {
  readonly inspectorId: string;
  readonly verificationOpenedAt: Instant;
  readonly verificationDue: Due;
};

export type Proposed = Base & { readonly status: 'proposed' };
export type Registered = Base & { readonly status: 'registered' };
export type Assigned = Base & Assigned_ & { readonly status: 'assigned' };
export type Returned = Base &
  Assigned_ & { readonly status: 'returned'; readonly reason: string; readonly legalBasis: string };
export type Signed = Base & Signed_ & { readonly status: 'signed' };
export type Advancing = Base & Signed_ & { readonly status: 'advancing' };
export type Rework = Base & Signed_ & { readonly status: 'rework'; readonly reason: string };
export type StrikeOffRequested = Base & Requested_ & { readonly status: 'strike_off_requested' };
export type Verifying = Base & Verifying_ & { readonly status: 'verifying' };
export type StruckOff = Base &
  Verifying_ & {
    readonly status: 'struck_off';
    readonly struckOffAt: Instant;
    readonly isOnTime: boolean;
    readonly lookBacks: readonly LookBack[];
    /** From which day the next look-back is made; null once all were. */
    readonly lookBackOn: LocalDate | null;
  };
export type Watched = Base &
  Verifying_ & { readonly status: 'watched'; readonly focus: string; readonly reviewOn: LocalDate };
export type LongRunning = Base &
  Verifying_ & { readonly status: 'long_running'; readonly plan: string; readonly inquiryOn: LocalDate };
export type ReferredUp = Base &
  Verifying_ & {
    readonly status: 'referred_up';
    readonly brief: string;
    readonly to: string;
    readonly inquiryOn: LocalDate | null;
  };
export type Rebounded = Base & Verifying_ & { readonly status: 'rebounded'; readonly reason: string };
export type Suspendable =
  | Registered
  | Assigned
  | Signed
  | Advancing
  | Rework
  | Watched
  | LongRunning
  | ReferredUp;
export type Suspended = Base & {
  readonly status: 'suspended';
  readonly before: Suspendable;
  readonly suspendedAt: Instant;
  readonly reason: string;
  readonly reviewOn: LocalDate;
};

export type SupervisionItem =
  | Proposed
  | Registered
  | Assigned
  | Returned
  | Signed
  | Advancing
  | Rework
  | StrikeOffRequested
  | Verifying
  | StruckOff
  | Watched
  | LongRunning
  | ReferredUp
  | Rebounded
  | Suspended;

export type ItemStatus = SupervisionItem['status'];

export const ITEM_STATUSES = [
  'proposed',
  'registered',
  'assigned',
  'returned',
  'signed',
  'advancing',
  'rework',
  'strike_off_requested',
  'verifying',
  'struck_off',
  'watched',
  'long_running',
  'referred_up',
  'rebounded',
  'suspended',
] as const satisfies readonly ItemStatus[];

/** States in which the item has left the working list by a disposition. */
export function isDisposed(item: SupervisionItem): boolean {
  return ['struck_off', 'watched', 'long_running', 'referred_up'].includes(item.status);
}

/** The assignment in force, if any; a suspended item keeps the one it had. */
export function assignmentOf(item: SupervisionItem): Assignment | null {
  if (item.status === 'suspended') return assignmentOf(item.before);
  return 'assignment' in item ? item.assignment : null;
}

/** Departments with a duty in the item; nobody of theirs may verify it. */
export function concernedDepartmentIds(item: SupervisionItem): readonly string[] {
  const assignment = assignmentOf(item);
  const owners = item.measures.map((measure) => measure.departmentId);
  const assigned =
    assignment === null ? [] : [assignment.leadDepartmentId, ...assignment.cooperatingDepartmentIds];
  return [...new Set([...assigned, ...owners])];
}
