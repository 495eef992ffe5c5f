import type { Due, Instant, LocalDate } from '../calendar/index.ts';
import type { CooperationLevel, CooperationSide } from './cooperation.ts';
import type { Beside } from './double-supervision.ts';
import type { EscalationTier } from '../policy/escalation-policy.ts';
import type { Visit } from './item-command.ts';
import type {
  Assignment,
  DisputeRuling,
  Finding,
  Importance,
  Measure,
  PrecedentRef,
  ProgressReport,
  ReturnCause,
  ReportFault,
  Ruling,
  Source,
  TeamPurpose,
} from './supervision-item.ts';

type Event<Type extends string, Data> = { readonly type: Type; readonly at: Instant } & Readonly<Data>;

export type DeadlineKind = 'sign_for' | 'item' | 'measure' | 'heartbeat' | 'verification' | 'directive';

/** Why nobody of a level was reached: nobody has the post, or whoever has it is away and nobody acts for them. */
export type MissingPost = 'vacant' | 'away';

export type ItemEvent =
  | Event<
      'ItemProposed',
      {
        id: string;
        number: string;
        source: Source;
        basis: string;
        problem: string;
        importance: Importance;
        complaintIds: readonly string[];
        proposedBy: string;
        deadlineVersion: string;
        /** Why it goes on beside open items on the same matter, where there were some. */
        beside?: Beside;
      }
    >
  | Event<'ItemRegistered', { by: string; beside?: Beside }>
  | Event<'ComplaintLinked', { complaintId: string }>
  | Event<'ItemAssigned', { assignment: Assignment; measures: readonly Measure[]; beside?: Beside }>
  | Event<'ItemSigned', { isSilent: boolean; nextReportDue: Due }>
  | Event<'ItemReturned', { reason: string; legalBasis: string; cause?: ReturnCause }>
  /** `departure`: why the ruling is not the precedent's, or why none of those offered fits; empty where it follows. */
  | Event<
      'ReturnRuled',
      { ruling: Ruling; text: string; signDue: Due; precedent?: PrecedentRef | null; departure?: string }
    >
  | Event<'ProgressReported', { report: ProgressReport; nextReportDue: Due }>
  /** `explanation`: why it came late, where it did. */
  | Event<
      'MeasureCompleted',
      { measureId: string; evidence: string; departmentId: string; explanation?: string }
    >
  | Event<
      'MeasureDisputed',
      { measureId: string; by: string; departmentId: string; reason: string; basis: string }
    >
  /** `departmentId` and `dueOn`: who owes it and until when from now on; of no account where it was withdrawn. */
  | Event<
      'DisputeRuled',
      {
        measureId: string;
        measure: string;
        by: string;
        ruling: DisputeRuling;
        text: string;
        departmentId: string;
        dueOn: LocalDate;
      }
    >
  | Event<'StrikeOffRequested', { by: string; claim: string }>
  | Event<'VerificationOpened', { inspectorId: string; due: Due }>
  | Event<'FindingFiled', { finding: Finding }>
  /** `lookBackOn`: the day from which it is looked whether it still holds. */
  | Event<'ItemStruckOff', { isOnTime: boolean; departmentId: string; lookBackOn?: LocalDate | null }>
  | Event<'ItemWatched', { focus: string; reviewOn: LocalDate }>
  | Event<'ItemMadeLongRunning', { plan: string; inquiryOn: LocalDate }>
  | Event<'ItemReferredUp', { brief: string; to: string; inquiryOn?: LocalDate }>
  | Event<
      'ItemSentToRework',
      { reason: string; isFalseRequest: boolean; departmentId: string; nextReportDue: Due }
    >
  | Event<'ItemTakenUpAgain', { reason: string; nextReportDue: Due }>
  | Event<'ItemSuspended', { reason: string; reviewOn: LocalDate }>
  | Event<'ItemResumed', { reason: string }>
  | Event<'ItemRebounded', { reason: string }>
  | Event<
      'ReportRejected',
      {
        reportId: string;
        fault: ReportFault;
        text: string;
        nth: number;
        departmentId: string;
        nextReportDue: Due;
      }
    >
  | Event<'ExtensionRequested', { by: string; workingDays: number; reason: string }>
  | Event<
      'ExtensionDecided',
      { by: string; isGranted: boolean; workingDays: number; text: string; before: Due; due: Due }
    >
  | Event<
      'DirectiveGiven',
      { directiveId: string; by: string; departmentId: string; text: string; dueOn: LocalDate }
    >
  | Event<'DirectiveAnswered', { directiveId: string; by: string; departmentId: string; text: string }>
  | Event<
      'TeamFormed',
      { by: string; purpose: TeamPurpose; memberIds: readonly string[]; proposedIds: readonly string[] }
    >
  | Event<'VisitRecorded', Visit>
  | Event<
      'MeetingHeld',
      {
        on: LocalDate;
        place: string;
        departmentIds: readonly string[];
        minutes: string;
        measures: readonly Measure[];
      }
    >
  | Event<
      'CooperationAssessed',
      {
        by: string;
        departmentId: string;
        aboutId: string;
        side: CooperationSide;
        level: CooperationLevel;
        text: string;
      }
    >
  /** Shown until a day; by another day it is decided what becomes of the item. */
  | Event<'PublicNoticeGiven', { by: string; text: string; until: Due; decideBy: Due }>
  | Event<'NoticeObjected', { objectionId: string; text: string }>
  | Event<'NoticeObjectionRuled', { by: string; objectionId: string; isUpheld: boolean; text: string }>
  | Event<
      'ItemLookedBack',
      { by: string; nth: number; isHolding: boolean; text: string; nextOn: LocalDate | null }
    >
  | Event<'ItemInquired', { by: string; text: string; nextOn: LocalDate }>
  | Event<
      'DeadlineCrossed',
      { deadline: DeadlineKind; ref: string; due: Due; level: number; departmentId: string }
    >
  /** Its date is near. No card and no points follow from it. */
  | Event<'DeadlineNeared', { deadline: DeadlineKind; ref: string; due: Due; departmentId: string }>
  /** A step up the chain. `staffIds`: whom it reached; `missing`: why it went to the fallback owner instead, where it did. */
  | Event<
      'ItemEscalated',
      {
        deadline: DeadlineKind;
        ref: string;
        due: Due;
        departmentId: string;
        tier: EscalationTier;
        staffIds: readonly string[];
        missing: MissingPost | null;
      }
    >
  /** Every open complaint under it waits for its complainant; the clocks stand still, at most until the given date. */
  | Event<'ClocksPaused', { until: Due }>
  /** `backAt`: when the wait was over, however late that was noticed. */
  | Event<'ClocksResumed', { backAt: Instant }>
  | Event<'DueDateRecomputed', { deadline: DeadlineKind; before: Due; due: Due }>;

export type ItemEventType = ItemEvent['type'];
