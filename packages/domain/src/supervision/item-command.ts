import type { Due, Instant, LocalDate } from '../calendar/index.ts';
import type {
  DisputeRuling,
  FindingKind,
  FindingPart,
  Importance,
  PrecedentRef,
  ReportFault,
  ReturnCause,
  Ruling,
  SiteVisit,
  Source,
  TeamPurpose,
  VisitKind,
} from './supervision-item.ts';
import type { CooperationLevel } from './cooperation.ts';
import type { Post } from './escalate-item.ts';
import type { TeamMember } from './team.ts';

type Command<Type extends string, Data = Record<never, never>> = { readonly type: Type } & Readonly<Data>;

export type ProposeItem = Command<
  'propose',
  {
    id: string;
    number: string;
    source: Source;
    basis: string;
    problem: string;
    importance: Importance;
    complaintIds: readonly string[];
    /** Why it goes on beside an open item on the same matter; asked for where there is one. */
    doubleReason?: string;
  }
>;

export type MeasurePlan = {
  readonly id: string;
  readonly text: string;
  readonly departmentId: string;
  readonly dueOn: LocalDate;
};

export type AssignItem = {
  readonly leadDepartmentId: string;
  readonly cooperatingDepartmentIds: readonly string[];
  readonly measures: readonly MeasurePlan[];
  /** The clock the deadline follows from; working days in steps of 0.5. */
  readonly clock: { readonly start: Instant; readonly workingDays: number };
  /** Why it goes on beside an open item on the same matter; asked for where there is one. */
  readonly doubleReason?: string;
};

/** A visit or talk, `inspectorIds` two or more. */
export type Visit = {
  readonly kind: VisitKind;
  readonly on: LocalDate;
  readonly place: string;
  readonly departmentId: string;
  readonly isAnnounced: boolean;
  readonly inspectorIds: readonly string[];
  readonly text: string;
};

/** A joint meeting (联席会商) whose minutes become measures. */
export type Meeting = {
  readonly on: LocalDate;
  readonly place: string;
  readonly departmentIds: readonly string[];
  readonly minutes: string;
  readonly measures: readonly MeasurePlan[];
};

export type ItemCommand =
  | Command<'countersign', { doubleReason?: string }>
  | Command<'link_complaint', { complaintId: string }>
  | Command<'assign', AssignItem>
  | Command<'designate', AssignItem>
  | Command<'sign'>
  | Command<'sign_in_silence'>
  | Command<'return', { reason: string; legalBasis: string; cause?: ReturnCause }>
  | Command<
      'rule_on_return',
      { ruling: Ruling; text: string; precedent?: PrecedentRef | null; departure?: string }
    >
  | Command<
      'report_progress',
      { reportId: string; text: string; percent: number; obstacles: string; nextStep: string }
    >
  /** `explanation`: why it comes late, asked for where it does. */
  | Command<'complete_measure', { measureId: string; evidence: string; explanation?: string }>
  | Command<'dispute_measure', { measureId: string; reason: string; basis: string }>
  /** `departmentId` and `dueOn`: who owes it and until when from now on, where that is changed. */
  | Command<
      'rule_on_dispute',
      {
        measureId: string;
        ruling: DisputeRuling;
        text: string;
        departmentId: string | null;
        dueOn: LocalDate | null;
      }
    >
  | Command<'request_strike_off', { claim: string }>
  | Command<'open_verification', { inspectorId: string; inspectorDepartmentId: string }>
  | Command<
      'file_finding',
      {
        findingId: string;
        part: FindingPart;
        kind: FindingKind;
        isResolved: boolean;
        isFalseRequest: boolean;
        text: string;
        complaintId: string | null;
        visit: SiteVisit | null;
      }
    >
  | Command<'strike_off'>
  | Command<'watch', { focus: string; reviewOn: LocalDate }>
  | Command<'make_long_running', { plan: string }>
  | Command<'refer_up', { brief: string; to: string }>
  | Command<'send_to_rework', { reason: string }>
  | Command<'take_up_again', { reason: string }>
  | Command<'suspend', { reason: string; reviewOn: LocalDate }>
  | Command<'resume', { reason: string }>
  | Command<'record_rebound', { reason: string }>
  | Command<'reject_report', { reportId: string; fault: ReportFault; text: string }>
  | Command<'request_extension', { workingDays: number; reason: string }>
  | Command<'decide_extension', { isGranted: boolean; text: string }>
  | Command<'give_directive', { directiveId: string; departmentId: string; text: string; dueOn: LocalDate }>
  | Command<'answer_directive', { directiveId: string; text: string }>
  /** `proposedIds`: who was proposed, whoever was taken. */
  | Command<
      'form_team',
      { purpose: TeamPurpose; members: readonly TeamMember[]; proposedIds: readonly string[] }
    >
  | Command<'record_visit', Visit>
  | Command<'hold_meeting', Meeting>
  /** By a department of the item, about another of it. */
  | Command<'assess_cooperation', { aboutId: string; level: CooperationLevel; text: string }>
  | Command<'give_public_notice', { text: string }>
  | Command<'object_to_notice', { objectionId: string; text: string }>
  | Command<'rule_on_notice_objection', { objectionId: string; isUpheld: boolean; text: string }>
  | Command<'look_back', { isHolding: boolean; text: string }>
  | Command<'inquire', { text: string; nextOn: LocalDate | null }>
  | Command<'cross_deadlines'>
  | Command<'near_deadlines'>
  /** `posts`: everybody who works here now, and who acts for them today. */
  | Command<'escalate', { posts: readonly Post[] }>
  | Command<'recompute_due'>
  | Command<'pause_clocks', { until: Due }>
  | Command<'resume_clocks'>;

export type ItemCommandType = ItemCommand['type'];

export const ITEM_COMMANDS = [
  'countersign',
  'link_complaint',
  'assign',
  'designate',
  'sign',
  'sign_in_silence',
  'return',
  'rule_on_return',
  'report_progress',
  'complete_measure',
  'dispute_measure',
  'rule_on_dispute',
  'request_strike_off',
  'open_verification',
  'file_finding',
  'strike_off',
  'watch',
  'make_long_running',
  'refer_up',
  'send_to_rework',
  'take_up_again',
  'suspend',
  'resume',
  'record_rebound',
  'reject_report',
  'request_extension',
  'decide_extension',
  'give_directive',
  'answer_directive',
  'form_team',
  'record_visit',
  'hold_meeting',
  'assess_cooperation',
  'give_public_notice',
  'object_to_notice',
  'rule_on_notice_objection',
  'look_back',
  'inquire',
  'cross_deadlines',
  'near_deadlines',
  'escalate',
  'recompute_due',
  'pause_clocks',
  'resume_clocks',
] as const satisfies readonly ItemCommandType[];
