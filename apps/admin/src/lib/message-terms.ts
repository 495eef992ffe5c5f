import type { MessageStatus, Template } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';

export const messageStatusTerm: Readonly<Record<MessageStatus, () => string>> = {
  queued: m.mail_status_queued,
  sent: m.mail_status_sent,
  local: m.mail_status_local,
  failed: m.mail_status_failed,
};

const TEMPLATES: Readonly<Record<Template, () => string>> = {
  receipt: m.mail_template_receipt,
  accepted: m.mail_template_accepted,
  declined: m.mail_template_declined,
  merged: m.mail_template_merged,
  under_supervision: m.mail_template_under_supervision,
  question: m.mail_template_question,
  answered: m.mail_template_answered,
  closed: m.mail_template_closed,
  reopened: m.mail_template_reopened,
};

/** What a message is about. A template of another version keeps its code. */
export function templateTerm(template: string): string {
  return isTemplate(template) ? TEMPLATES[template]() : template;
}

function isTemplate(text: string): text is Template {
  return text in TEMPLATES;
}
