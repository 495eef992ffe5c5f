import type { Instant, LocalDate } from '../calendar/index.ts';
import type {
  FindingKind,
  FindingPart,
  Importance,
  PrecedentRef,
  ReturnCause,
  Ruling,
  SiteVisit,
  Source,
} from './supervision-item.ts';

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
};

export type ItemCommand =
  | Command<'countersign'>
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
  | Command<'complete_measure', { measureId: string; evidence: string }>
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
  | Command<'cross_deadlines'>
  | Command<'recompute_due'>;

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
  'cross_deadlines',
  'recompute_due',
] as const satisfies readonly ItemCommandType[];
