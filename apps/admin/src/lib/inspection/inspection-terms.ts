import type {
  InspectionCommandType,
  InspectionEventType,
  InspectionStatus,
  Severity,
} from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import type { Tone } from '#lib/tone.ts';

type Terms<Word extends string> = Readonly<Record<Word, () => string>>;

export const inspectionStatusTerm: Terms<InspectionStatus> = {
  planned: m.inspection_status_planned,
  under_way: m.inspection_status_under_way,
  reporting: m.inspection_status_reporting,
  awaiting_approval: m.inspection_status_awaiting_approval,
  closed: m.inspection_status_closed,
  cancelled: m.inspection_status_cancelled,
};

export const INSPECTION_TONE: Readonly<Record<InspectionStatus, Tone>> = {
  planned: 'waiting',
  under_way: 'active',
  reporting: 'active',
  awaiting_approval: 'waiting',
  closed: 'good',
  cancelled: 'neutral',
};

export const severityTerm: Terms<Severity> = {
  minor: m.inspection_severity_minor,
  serious: m.inspection_severity_serious,
  grave: m.inspection_severity_grave,
};

export const SEVERITY_TONE: Readonly<Record<Severity, Tone>> = {
  minor: 'neutral',
  serious: 'waiting',
  grave: 'bad',
};

export const inspectionEventTerm = (type: InspectionEventType): string => m[`inspection_event_${type}`]();

/** Commands with a form of their own beside the page; those on one finding stand with it. */
export type InspectionStep = Exclude<InspectionCommandType, 'open_item' | 'withdraw_finding' | 'edit_report'>;

type Words = { readonly title: () => string; readonly about: () => string };

export const INSPECTION_STEPS: Readonly<Record<InspectionStep, Words>> = {
  form_team: { title: m.inspection_do_form_team, about: m.inspection_about_form_team },
  begin: { title: m.inspection_do_begin, about: m.inspection_about_begin },
  record_finding: { title: m.inspection_do_record_finding, about: m.inspection_about_record_finding },
  draft_report: { title: m.inspection_do_draft_report, about: m.inspection_about_draft_report },
  submit_report: { title: m.inspection_do_submit_report, about: m.inspection_about_submit_report },
  send_back_report: { title: m.inspection_do_send_back_report, about: m.inspection_about_send_back_report },
  approve_report: { title: m.inspection_do_approve_report, about: m.inspection_about_approve_report },
  cancel: { title: m.inspection_do_cancel, about: m.inspection_about_cancel },
};

export function isStep(command: InspectionCommandType): command is InspectionStep {
  return command in INSPECTION_STEPS;
}
