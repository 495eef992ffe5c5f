import type { InboxSection } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';

type Kind = InboxSection['kind'];

const complaint = (id: string) => `/complaints/${id}`;
const item = (id: string) => `/supervision/${id}`;
const inspection = (id: string) => `/inspections/${id}`;
const card = (id: string) => `/cards/${id}`;
const period = (id: string) => `/appraisal/periods/${id}`;

/** What each kind of waiting work is called, and where it is done. */
export const INBOX_KINDS: Readonly<
  Record<Kind, { readonly name: () => string; readonly href: (id: string) => string }>
> = {
  callbacks: { name: m.admin_waiting_callbacks, href: (id) => `/callbacks/${id}` },
  rating_reviews: { name: m.hall_waiting_reviews, href: (id) => `/rating-reviews/${id}` },
  questions: { name: m.admin_waiting_questions, href: complaint },
  objections: { name: m.receipt_waiting_objections, href: complaint },
  reviews: { name: m.receipt_waiting_reviews, href: complaint },
  check_calls: { name: m.receipt_waiting_check_calls, href: complaint },
  to_triage: { name: m.admin_waiting_to_triage, href: complaint },
  to_take_up: { name: m.admin_waiting_to_take_up, href: complaint },
  finals: { name: m.final_waiting_finals, href: complaint },
  left_behind: { name: m.join_waiting_left_behind, href: complaint },
  to_route: { name: m.admin_waiting_to_route, href: complaint },
  late_with_office: { name: m.escalation_waiting_complaints, href: complaint },
  to_answer: { name: m.admin_waiting_to_answer, href: complaint },
  to_countersign: { name: m.admin_waiting_to_countersign, href: item },
  to_assign: { name: m.admin_waiting_to_assign, href: item },
  returns: { name: m.admin_waiting_returns, href: item },
  to_designate: { name: m.admin_waiting_to_designate, href: item },
  strike_off_requests: { name: m.admin_waiting_strike_off_requests, href: item },
  disputes: { name: m.dispute_waiting, href: item },
  extensions: { name: m.supervision_waiting_extensions, href: item },
  escalated: { name: m.escalation_waiting, href: item },
  look_again: { name: m.supervision_waiting_look_again, href: item },
  notice_objections: { name: m.public_notice_waiting_objections, href: item },
  ready: { name: m.admin_waiting_ready, href: item },
  rebounded: { name: m.admin_waiting_rebounded, href: item },
  to_sign: { name: m.admin_waiting_to_sign, href: item },
  advancing: { name: m.admin_waiting_advancing, href: item },
  verifications: { name: m.admin_waiting_verifications, href: item },
  third_checks: { name: m.admin_waiting_third_checks, href: item },
  cards_to_issue: { name: m.card_waiting_to_issue, href: card },
  card_objections: { name: m.card_waiting_objections, href: card },
  cards_noticed: { name: m.card_waiting_noticed, href: card },
  inspections_to_prepare: { name: m.inspection_waiting_prepare, href: inspection },
  inspections_under_way: { name: m.inspection_waiting_under_way, href: inspection },
  inspection_reports: { name: m.inspection_waiting_reports, href: inspection },
  sheets_to_object: { name: m.period_sheet_waiting_object, href: (id) => `${period(id)}/object` },
  sheet_objections: { name: m.period_sheet_waiting_objections, href: period },
  sheet_steps: { name: m.period_sheet_waiting_steps, href: period },
  rule_changes: { name: m.signature_waiting_rule_changes, href: () => '/recurring' },
  results_to_confirm: { name: m.signature_waiting_results, href: (id) => `/indicators/${id}` },
  adjustments_to_sign: { name: m.score_hand_waiting_inbox, href: () => '/appraisal/adjustments' },
  last_places: {
    name: m.period_sheet_waiting_last_places,
    href: (id) => `/appraisal/last-place?period=${id}`,
  },
  restatements: { name: m.period_sheet_waiting_restatements, href: period },
  policies_to_sign: {
    name: m.people_waiting_policies_to_sign,
    href: (kind) => `/policies/${kind}`,
  },
  policy_drafts: { name: m.people_waiting_policy_drafts, href: (kind) => `/policies/${kind}` },
  bulletins_to_approve: { name: m.people_waiting_bulletins, href: (id) => `/bulletins/${id}` },
  corroborations: { name: m.admin_waiting_corroborations, href: item },
};
