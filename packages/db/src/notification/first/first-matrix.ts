import type { NoticeMatrix } from '@bihuan/domain';

const MAIL = { complainant: ['email'] } as const;
const MAIL_SMS = { complainant: ['email', 'sms'] } as const;
const FOLLOWED = { co_complainant: ['email'] } as const;
const BELL = ['in_app'] as const;
const LEAD = { lead_officer: BELL, lead_head: BELL } as const;
const DEPARTMENTS = { ...LEAD, cooperating_officer: BELL, cooperating_head: BELL } as const;
const TRIAGE = { triage: BELL } as const;
const DUTY = ['in_app', 'email'] as const;
const UP = { lead_officer: BELL, lead_head: DUTY, triage: DUTY, inspector: BELL, leader: DUTY } as const;

/**
 * Who hears of what from the start. Complainants who left only a phone are told by SMS what asks or decides; handlers are
 * told of every assignment in the bell and, where they left an address, by mail.
 */
export const FIRST_MATRIX: NoticeMatrix = {
  receipt: MAIL_SMS,
  accepted: MAIL,
  declined: MAIL_SMS,
  merged: MAIL,
  under_supervision: { ...MAIL, ...FOLLOWED },
  question: MAIL_SMS,
  answered: { ...MAIL_SMS, co_complainant: ['email', 'sms'], ...LEAD },
  settled: MAIL_SMS,
  closed: { ...MAIL, ...FOLLOWED, ...TRIAGE },
  reopened: { ...MAIL, ...FOLLOWED, ...TRIAGE, ...LEAD },
  extended: { ...MAIL_SMS, co_complainant: ['email', 'sms'] },
  finally_answered: { ...MAIL_SMS, co_complainant: ['email', 'sms'], ...TRIAGE, ...LEAD },
  replied: { ...TRIAGE, ...LEAD },
  supplemented: { ...TRIAGE, ...LEAD },
  urged: { ...TRIAGE, ...LEAD },
  disputed: { ...TRIAGE, ...LEAD },
  withdrawn: { ...TRIAGE, ...LEAD },
  badly_rated: TRIAGE,
  complaint_late: TRIAGE,
  complaint_escalated: { triage: DUTY, leader: DUTY },
  complaint_escalated_instead: { triage: DUTY, leader: DUTY },
  item_proposed: { ...TRIAGE, leader: BELL },
  item_assigned: {
    lead_officer: DUTY,
    lead_head: BELL,
    cooperating_officer: DUTY,
    cooperating_head: BELL,
  },
  item_returned: TRIAGE,
  return_ruled: LEAD,
  measure_disputed: { ...TRIAGE, ...LEAD },
  dispute_ruled: DEPARTMENTS,
  strike_off_requested: TRIAGE,
  verification_opened: { inspector: DUTY, assessor: BELL },
  finding_filed: TRIAGE,
  struck_off: { ...DEPARTMENTS, ...TRIAGE },
  rework: { ...DEPARTMENTS, lead_officer: DUTY },
  taken_up_again: DEPARTMENTS,
  suspended: DEPARTMENTS,
  resumed: DEPARTMENTS,
  rebounded: { ...TRIAGE, ...LEAD },
  referred_up: { leader: BELL },
  report_rejected: LEAD,
  extension_requested: { ...TRIAGE, leader: BELL },
  extension_decided: DEPARTMENTS,
  directive_given: { lead_officer: DUTY, lead_head: DUTY },
  directive_answered: { ...TRIAGE, leader: BELL },
  item_near: { lead_officer: BELL, inspector: BELL },
  item_late: { ...LEAD, ...TRIAGE },
  item_escalated: UP,
  item_escalated_instead: UP,
  inspection_team_formed: { inspector: DUTY },
  inspection_report_submitted: { leader: BELL },
  inspection_report_sent_back: { ...TRIAGE, inspector: BELL },
  inspection_closed: { ...LEAD, ...TRIAGE, inspector: BELL },
  indicator_red: { lead_head: DUTY, lead_officer: BELL, triage: BELL },
  sheet_provisional: { ...LEAD, lead_head: DUTY, leader: BELL },
  sheet_objected: { leader: BELL, appraisal: BELL },
  sheet_ruled: { ...LEAD, appraisal: BELL },
  sheet_published: { ...LEAD, ...TRIAGE, leader: BELL },
  restatement_proposed: { leader: BELL, appraisal: BELL },
  sheet_restated: { ...LEAD, ...TRIAGE, leader: BELL },
  last_place_proposed: { leader: BELL, appraisal: BELL },
  last_place_settled: { appraisal: BELL },
  policy_to_sign: { leader: BELL, appraisal: BELL },
  policy_signed: { appraisal: BELL },
  policy_sent_back: { appraisal: BELL },
  bulletin_to_approve: { ...TRIAGE, leader: BELL },
  bulletin_approved: TRIAGE,
  bulletin_sent_back: TRIAGE,
  adjustment_to_sign: { leader: BELL, appraisal: BELL },
  adjustment_signed: { appraisal: BELL },
  adjustment_declined: { appraisal: BELL },
  result_sent_back: { appraisal: BELL },
  digest: {
    lead_officer: DUTY,
    lead_head: DUTY,
    cooperating_officer: DUTY,
    cooperating_head: DUTY,
    triage: DUTY,
    inspector: DUTY,
    assessor: DUTY,
    clerk: DUTY,
    leader: DUTY,
  },
};
