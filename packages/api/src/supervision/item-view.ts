import type { DepartmentName, LedgerLine } from '@bihuan/db';
import type {
  CauseClass,
  ComplaintStatus,
  CooperationAssessment,
  Directive,
  Due,
  EvidenceOf,
  Escalation,
  Extension,
  FindingKind,
  FindingPart,
  Importance,
  Instant,
  ItemStatus,
  LocalDate,
  MeasureDispute,
  ProofLine,
  PublicNotice,
  Rejection,
  SiteVisit,
  Source,
  Team,
  VerificationState,
} from '@bihuan/domain';
import type { IndicatorOfItem } from '../appraisal/indicator/indicator-of-item.ts';
import type { InspectionOfItem } from '../inspection/inspection-of-item.ts';
import type { DeadlineRule } from '../policy/deadlines-of-case.ts';
import type { DaysUsedView } from './days-used.ts';
import type { Ball } from './whose-ball.ts';
import type { EvidenceView } from '../attachment/list-evidence.ts';
import type { VisitView } from './visits-of.ts';
import type { ItemEntry } from './item-timeline.ts';
import type { WeighedAction } from './weigh-actions.ts';

export type PersonView = {
  readonly id: string;
  readonly name: string;
  readonly department: DepartmentName | null;
};

/** All that one person may see of an item. */
export type ItemView = {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly status: ItemStatus;
  readonly source: Source;
  readonly basis: string;
  readonly problem: string;
  readonly importance: Importance;
  readonly proposedAt: Instant;
  readonly proposedBy: PersonView | null;
  readonly returns: number;
  /** After so many returns a leader designates. */
  readonly mostReturns: number;
  readonly reworks: number;
  readonly responsibility: ResponsibilityView | null;
  /** Terms that an exception sets for it. */
  readonly exceptedTerms: readonly DeadlineRule[];
  readonly measures: readonly MeasureView[];
  readonly complaints: readonly LinkedComplaint[];
  readonly reports: readonly ReportView[];
  readonly extensions: readonly ExtensionView[];
  readonly directives: readonly DirectiveView[];
  readonly teams: readonly TeamView[];
  readonly escalations: readonly EscalationView[];
  readonly cooperation: CooperationView;
  /** That its strike-off is shown to the public; words of the public are empty to departments. */
  readonly notice: (PublicNotice & { readonly isRunning: boolean }) | null;
  readonly visits: readonly VisitView[];
  readonly evidence: readonly EvidenceView[];
  /** What this person may put files to now. */
  readonly mayAttachTo: readonly { readonly of: EvidenceOf; readonly ref: string }[];
  /** The special inspection whose finding it came of, where the reader may see it. */
  readonly inspection: InspectionOfItem | null;
  /** The indicator whose red light it came of; null where it came of none, or the person may not see that. */
  readonly indicator: IndicatorOfItem | null;
  /** From which day it is looked at again, where it is in nobody's hands. */
  readonly lookAgainOn: LocalDate | null;
  readonly verification: VerificationView | null;
  readonly ball: Ball;
  readonly daysUsed: DaysUsedView | null;
  readonly timeline: readonly ItemEntry[];
  readonly actions: readonly WeighedAction[];
  readonly scoreLines: readonly CausedLine[];
};

/** What the departments of an item said of each other's part in it. */
export type CooperationView = {
  readonly assessments: readonly (Pick<CooperationAssessment, 'at' | 'side' | 'level' | 'text'> & {
    readonly by: PersonView | null;
    readonly from: DepartmentName | null;
    readonly about: DepartmentName | null;
  })[];
  /** Whom the reader's department may still assess. */
  readonly toAssess: readonly DepartmentName[];
};

/** A step up the chain of lateness, and whom it reached. */
export type EscalationView = Omit<Escalation, 'ref' | 'staffIds' | 'departmentId'> & {
  /** What it was about, where it was a measure. */
  readonly measure: string;
  readonly people: readonly PersonView[];
  /** Whether what was missed still is; otherwise it was done, or its date was moved. */
  readonly isRunning: boolean;
};

/** A line of the ledger that the item caused. */
export type CausedLine = LedgerLine & {
  readonly department: DepartmentName | null;
  /** Whether the reader may open the sheet it stands on. */
  readonly isSheetOpen: boolean;
};

export type ResponsibilityView = {
  readonly lead: DepartmentName | null;
  readonly cooperating: readonly DepartmentName[];
  readonly isDesignated: boolean;
  /** Who signed the designation; null where it is none. */
  readonly designatedBy: PersonView | null;
  readonly assignedAt: Instant;
  readonly deadline: Due;
  /** Working days given, in steps of 0.5. */
  readonly workingDays: number;
  /** Working days to the deadline, negative where late; null while the item does not lie with a department. */
  readonly daysLeft: number | null;
  readonly isNear: boolean;
  readonly proof: readonly ProofLine[];
};

export type MeasureView = {
  readonly id: string;
  readonly text: string;
  readonly department: DepartmentName | null;
  readonly dueOn: LocalDate;
  readonly completedAt: Instant | null;
  readonly evidence: string;
  /** Why it came late; empty where it did not. */
  readonly explanation: string;
  /** It waits for a ruling; null where nobody disputes it. */
  readonly dispute: Omit<MeasureDispute, 'by'> | null;
  /** Working days to its date, negative where late; null once completed and while it is disputed. */
  readonly daysLeft: number | null;
  readonly isNear: boolean;
  /** Whether this person's department owes it. */
  readonly isOwn: boolean;
};

/** The matter of a complaint under the item: what happened, never to whom. */
export type LinkedComplaint = {
  readonly id: string;
  readonly trackingNumber: string;
  readonly status: ComplaintStatus;
  readonly title: string;
  readonly body: string;
  readonly causeClass: CauseClass;
  readonly wish: string;
  readonly place: string;
  readonly dueOn: LocalDate | null;
  /** Whether the reader may open the complaint itself. */
  readonly isOpen: boolean;
};

export type ReportView = {
  readonly id: string;
  readonly at: Instant;
  readonly person: PersonView | null;
  readonly text: string;
  readonly percent: number;
  readonly obstacles: string;
  readonly nextStep: string;
  readonly hasSubstance: boolean;
  /** Why it was sent back; null where it was not. */
  readonly rejection: Pick<Rejection, 'fault' | 'text' | 'at' | 'nth'> | null;
  /** Whether it can still be sent back: the latest of its department. */
  readonly isLatest: boolean;
};

/** An extension with who asked and who decided. */
export type ExtensionView = Pick<Extension, 'requestedAt' | 'workingDays' | 'reason'> & {
  readonly requestedBy: PersonView | null;
  readonly decision: {
    readonly at: Instant;
    readonly by: PersonView | null;
    readonly isGranted: boolean;
    readonly text: string;
  } | null;
};

/** A leader's remark and what the department answered. */
export type DirectiveView = Pick<Directive, 'id' | 'at' | 'text' | 'dueOn'> & {
  readonly by: PersonView | null;
  readonly department: DepartmentName | null;
  readonly isOwn: boolean;
  readonly answer: { readonly at: Instant; readonly by: PersonView | null; readonly text: string } | null;
};

/** A team with its people. */
export type TeamView = Omit<Team, 'by' | 'memberIds'> & {
  readonly by: PersonView | null;
  readonly members: readonly PersonView[];
};

export type FindingView = {
  readonly id: string;
  readonly part: FindingPart;
  readonly kind: FindingKind;
  readonly at: Instant;
  readonly person: PersonView | null;
  readonly isResolved: boolean;
  readonly isFalseRequest: boolean;
  /** Empty where it may hold words of the complainant and the reader is of a department. */
  readonly text: string;
  readonly visit: (Omit<SiteVisit, 'inspectorIds'> & { readonly inspectors: readonly PersonView[] }) | null;
};

export type VerificationView = {
  readonly inspector: PersonView | null;
  readonly requestedAt: Instant;
  readonly claim: string;
  readonly due: Due;
  readonly state: VerificationState;
  /** Which parts are filed; what they say only as the blind rule allows. */
  readonly filed: readonly FindingPart[];
  readonly findings: readonly FindingView[];
};
