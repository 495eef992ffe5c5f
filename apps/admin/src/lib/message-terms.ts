import type { MessageStatus } from '@bihuan/api';
import type { Audience, NoticeChannel, NoticeEvent, TemplateKind, Variable } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';

type Terms<Word extends string> = Readonly<Record<Word, () => string>>;

export const messageStatusTerm: Terms<MessageStatus> = {
  queued: m.mail_status_queued,
  sent: m.mail_status_sent,
  local: m.mail_status_local,
  failed: m.mail_status_failed,
  bounced: m.mail_status_bounced,
};

export const noticeChannelTerm: Terms<NoticeChannel> = {
  in_app: m.notice_channel_in_app,
  email: m.notice_channel_email,
  sms: m.notice_channel_sms,
  app: m.notice_channel_app,
};

export const templateKindTerm: Terms<TemplateKind> = {
  email: m.notice_kind_email,
  short: m.notice_kind_short,
  in_app: m.notice_kind_in_app,
};

export const variableTerm: Terms<Variable> = {
  number: m.notice_variable_number,
  track_url: m.notice_variable_track_url,
  due: m.notice_variable_due,
  until: m.notice_variable_until,
  item_number: m.notice_variable_item_number,
  item_url: m.notice_variable_item_url,
  late_count: m.notice_variable_late_count,
  soon_count: m.notice_variable_soon_count,
  unread_count: m.notice_variable_unread_count,
  item_numbers: m.notice_variable_item_numbers,
  title: m.notice_variable_title,
  category: m.notice_variable_category,
  reason: m.notice_variable_reason,
  body: m.notice_variable_body,
  rate_url: m.notice_variable_rate_url,
  opt_out_url: m.notice_variable_opt_out_url,
};

const AUDIENCES: Terms<Audience | 'test' | 'digest'> = {
  complainant: m.notice_audience_complainant,
  co_complainant: m.notice_audience_co_complainant,
  lead_officer: m.notice_audience_lead_officer,
  lead_head: m.notice_audience_lead_head,
  cooperating_officer: m.notice_audience_cooperating_officer,
  cooperating_head: m.notice_audience_cooperating_head,
  triage: m.notice_audience_triage,
  inspector: m.notice_audience_inspector,
  assessor: m.notice_audience_assessor,
  clerk: m.notice_audience_clerk,
  leader: m.notice_audience_leader,
  appraisal: m.period_sheet_audience,
  test: m.notice_audience_test,
  digest: m.notice_event_digest,
};

const EVENTS: Terms<NoticeEvent | 'test' | 'contact_code' | 'password_reset'> = {
  password_reset: m.factor_reset_mail_subject,
  contact_code: m.notice_event_contact_code,
  receipt: m.notice_event_receipt,
  accepted: m.notice_event_accepted,
  declined: m.notice_event_declined,
  merged: m.notice_event_merged,
  under_supervision: m.notice_event_under_supervision,
  question: m.notice_event_question,
  answered: m.notice_event_answered,
  settled: m.notice_event_settled,
  closed: m.notice_event_closed,
  reopened: m.notice_event_reopened,
  replied: m.notice_event_replied,
  supplemented: m.notice_event_supplemented,
  urged: m.notice_event_urged,
  disputed: m.notice_event_disputed,
  withdrawn: m.notice_event_withdrawn,
  badly_rated: m.notice_event_badly_rated,
  complaint_late: m.notice_event_complaint_late,
  complaint_escalated: m.escalation_notice_complaint_up,
  complaint_escalated_instead: m.escalation_notice_complaint_instead,
  item_proposed: m.notice_event_item_proposed,
  item_assigned: m.notice_event_item_assigned,
  item_returned: m.notice_event_item_returned,
  return_ruled: m.notice_event_return_ruled,
  measure_disputed: m.dispute_notice_measure_disputed,
  dispute_ruled: m.dispute_notice_dispute_ruled,
  strike_off_requested: m.notice_event_strike_off_requested,
  verification_opened: m.notice_event_verification_opened,
  finding_filed: m.notice_event_finding_filed,
  struck_off: m.notice_event_struck_off,
  rework: m.notice_event_rework,
  taken_up_again: m.notice_event_taken_up_again,
  suspended: m.notice_event_suspended,
  resumed: m.notice_event_resumed,
  rebounded: m.notice_event_rebounded,
  referred_up: m.notice_event_referred_up,
  extended: m.notice_event_extended,
  finally_answered: m.notice_event_finally_answered,
  report_rejected: m.notice_event_report_rejected,
  extension_requested: m.notice_event_extension_requested,
  extension_decided: m.notice_event_extension_decided,
  directive_given: m.notice_event_directive_given,
  directive_answered: m.notice_event_directive_answered,
  item_near: m.near_notice,
  item_late: m.notice_event_item_late,
  item_escalated: m.escalation_notice_up,
  item_escalated_instead: m.escalation_notice_instead,
  inspection_team_formed: m.inspection_notice_team_formed,
  inspection_report_submitted: m.inspection_notice_report_submitted,
  sheet_provisional: m.period_sheet_notice_provisional,
  sheet_objected: m.period_sheet_notice_objected,
  sheet_ruled: m.period_sheet_notice_ruled,
  sheet_published: m.period_sheet_notice_published,
  restatement_proposed: m.period_sheet_notice_restatement,
  sheet_restated: m.period_sheet_notice_restated,
  last_place_proposed: m.signature_notice_last_place,
  last_place_settled: m.signature_notice_last_place_settled,
  policy_to_sign: m.signature_notice_policy,
  policy_signed: m.signature_notice_policy_signed,
  policy_sent_back: m.signature_notice_policy_back,
  bulletin_to_approve: m.signature_notice_bulletin,
  bulletin_approved: m.signature_notice_bulletin_approved,
  bulletin_sent_back: m.signature_notice_bulletin_back,
  adjustment_to_sign: m.signature_notice_adjustment,
  adjustment_signed: m.signature_notice_adjustment_signed,
  adjustment_declined: m.signature_notice_adjustment_declined,
  result_sent_back: m.signature_notice_result_back,
  inspection_report_sent_back: m.inspection_notice_report_sent_back,
  inspection_closed: m.inspection_notice_closed,
  indicator_red: m.indicator_notice_red,
  digest: m.notice_event_digest,
  test: m.notice_event_test,
};

/** What a message is about. A word of another version stays as it is. */
export function noticeEventTerm(event: string): string {
  return termIn(EVENTS, event);
}

/** Whom it went to. A word of another version stays as it is. */
export function audienceTerm(audience: string): string {
  return termIn(AUDIENCES, audience);
}

function termIn(terms: Readonly<Record<string, () => string>>, word: string): string {
  return terms[word]?.() ?? word;
}
