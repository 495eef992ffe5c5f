import type { BulletinForm, BulletinTexts } from '../bulletin/bulletin.ts';
import type { LocalDate } from '../calendar/index.ts';
import type { TeamMember } from '../supervision/team.ts';
import type { InspectionScope } from './inspection.ts';
import type { RecordedFinding } from './inspection-event.ts';
import type { InspectionSnapshot } from './inspection-snapshot.ts';

type Command<Type extends string, Data = Record<never, never>> = { readonly type: Type } & Readonly<Data>;

export type PlanInspection = Command<
  'plan',
  {
    id: string;
    number: string;
    theme: string;
    basis: string;
    scope: InspectionScope;
    fromOn: LocalDate;
    toOn: LocalDate;
  }
>;

export type InspectionCommand =
  | Command<'form_team', { members: readonly TeamMember[]; proposedIds: readonly string[] }>
  | Command<'begin'>
  | Command<'record_finding', { finding: RecordedFinding }>
  | Command<'withdraw_finding', { findingId: string; reason: string }>
  | Command<'open_item', { findingId: string; itemId: string; number: string }>
  | Command<'draft_report', { form: BulletinForm; texts: BulletinTexts }>
  | Command<'edit_report', { texts: BulletinTexts }>
  | Command<'submit_report'>
  | Command<'send_back_report', { reason: string }>
  | Command<
      'approve_report',
      { reportNumber: string; snapshot: InspectionSnapshot; contentHash: string; documentHash: string }
    >
  | Command<'cancel', { reason: string }>;

export type InspectionCommandType = InspectionCommand['type'];

export const INSPECTION_COMMANDS = [
  'form_team',
  'begin',
  'record_finding',
  'withdraw_finding',
  'open_item',
  'draft_report',
  'edit_report',
  'submit_report',
  'send_back_report',
  'approve_report',
  'cancel',
] as const satisfies readonly InspectionCommandType[];

export type InspectionRefusal =
  | 'not_authorised'
  | 'illegal_inspection_step'
  | 'team_too_small'
  | 'team_member_in_conflict'
  | 'no_team_yet'
  | 'inspection_too_early'
  | 'visit_needs_two'
  | 'not_on_the_team'
  | 'inspector_concerned'
  | 'decider_concerned'
  | 'finding_outside_scope'
  | 'finding_outside_period'
  | 'date_in_the_future'
  | 'unknown_finding'
  | 'finding_withdrawn'
  | 'finding_has_item'
  | 'approved_by_its_writer';
