import type { DeliveryLine } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';

const NOTICES: Readonly<Record<string, () => string>> = {
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
  contact_code: m.notice_event_contact_code,
};

export const CHANNEL_WORDS: Readonly<Record<DeliveryLine['channel'], () => string>> = {
  email: m.notice_channel_email,
  sms: m.notice_channel_sms,
  app: m.notice_channel_app,
};

const STATES: Readonly<Record<DeliveryLine['status'], () => string>> = {
  queued: m.notice_log_queued,
  sent: m.notice_log_sent,
  local: m.notice_log_local,
  failed: m.notice_log_failed,
  bounced: m.notice_log_bounced,
};

export function noticeWords(template: string): string {
  return NOTICES[template]?.() ?? template;
}

export function deliveryWords(status: DeliveryLine['status']): string {
  return STATES[status]();
}
