import type { ItemAction } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';

type Words = { readonly title: () => string; readonly about: () => string };

/** What each action is called on its button, and what it leads to. */
export const ACTION_WORDS: Readonly<Record<ItemAction, Words>> = {
  sign: { title: m.supervision_do_sign, about: m.supervision_about_sign },
  return: { title: m.supervision_do_return, about: m.supervision_about_return },
  report_progress: { title: m.supervision_do_report, about: m.supervision_about_report },
  complete_measure: { title: m.supervision_do_complete, about: m.supervision_about_complete },
  request_strike_off: { title: m.supervision_do_request, about: m.supervision_about_request },
  countersign: { title: m.supervision_do_countersign, about: m.supervision_about_countersign },
  assign: { title: m.supervision_do_assign, about: m.supervision_about_assign },
  designate: { title: m.supervision_do_designate, about: m.supervision_about_designate },
  rule_on_return: { title: m.supervision_do_rule, about: m.supervision_about_rule },
  dispute_measure: { title: m.dispute_do, about: m.dispute_about },
  rule_on_dispute: { title: m.dispute_do_rule, about: m.dispute_about_rule },
  open_verification: {
    title: m.supervision_do_open_verification,
    about: m.supervision_about_open_verification,
  },
  file_verification: { title: m.supervision_do_verify, about: m.supervision_about_verify },
  file_corroboration: { title: m.supervision_do_corroborate, about: m.supervision_about_corroborate },
  file_third_check: { title: m.supervision_do_third_check, about: m.supervision_about_third_check },
  strike_off: { title: m.supervision_do_strike_off, about: m.supervision_about_strike_off },
  send_to_rework: { title: m.supervision_do_rework, about: m.supervision_about_rework },
  watch: { title: m.supervision_do_watch, about: m.supervision_about_watch },
  make_long_running: { title: m.supervision_do_long_running, about: m.supervision_about_long_running },
  refer_up: { title: m.supervision_do_refer_up, about: m.supervision_about_refer_up },
  take_up_again: { title: m.supervision_do_take_up, about: m.supervision_about_take_up },
  record_rebound: { title: m.supervision_do_rebound, about: m.supervision_about_rebound },
  request_extension: {
    title: m.supervision_do_request_extension,
    about: m.supervision_about_request_extension,
  },
  decide_extension: { title: m.supervision_do_decide_extension, about: m.supervision_about_decide_extension },
  reject_report: { title: m.supervision_do_reject_report, about: m.supervision_about_reject_report },
  give_directive: { title: m.supervision_do_give_directive, about: m.supervision_about_give_directive },
  answer_directive: { title: m.supervision_do_answer_directive, about: m.supervision_about_answer_directive },
  form_team: { title: m.team_form, about: m.team_form_about },
  record_visit: { title: m.supervision_do_record_visit, about: m.supervision_about_record_visit },
  hold_meeting: { title: m.supervision_do_hold_meeting, about: m.supervision_about_hold_meeting },
  give_public_notice: { title: m.public_notice_do, about: m.public_notice_about },
  rule_on_notice_objection: { title: m.public_notice_do_rule, about: m.public_notice_about_rule },
  assess_cooperation: { title: m.cooperation_do, about: m.cooperation_about_do },
  look_back: { title: m.supervision_do_look_back, about: m.supervision_about_look_back },
  inquire: { title: m.supervision_do_inquire, about: m.supervision_about_inquire },
  suspend: { title: m.supervision_do_suspend, about: m.supervision_about_suspend },
  resume: { title: m.supervision_do_resume, about: m.supervision_about_resume },
};
