import type { ReviewStep } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';

type Words = { readonly title: () => string; readonly about: () => string; readonly submit: () => string };

/** What each step of a review is called, what it is about, and its button. */
export const STEP_WORDS: Readonly<Record<ReviewStep, Words>> = {
  make_contact: {
    title: m.hall_step_make_contact,
    about: m.hall_step_make_contact_about,
    submit: m.hall_step_make_contact_submit,
  },
  verify: { title: m.hall_step_verify, about: m.hall_step_verify_about, submit: m.hall_step_verify_submit },
  extend: { title: m.hall_step_extend, about: m.hall_step_extend_about, submit: m.hall_step_extend_submit },
  rectify: {
    title: m.hall_step_rectify,
    about: m.hall_step_rectify_about,
    submit: m.hall_step_rectify_submit,
  },
  reply: { title: m.hall_step_reply, about: m.hall_step_reply_about, submit: m.hall_step_reply_submit },
  record_callback: {
    title: m.hall_step_callback,
    about: m.hall_step_callback_about,
    submit: m.supervision_save_call,
  },
  appeal: { title: m.hall_step_appeal, about: m.hall_step_appeal_about, submit: m.hall_step_appeal_submit },
  name_panel: {
    title: m.hall_step_panel,
    about: m.hall_step_panel_about,
    submit: m.hall_step_panel_submit,
  },
  vote: { title: m.hall_step_vote, about: m.hall_step_vote_about, submit: m.hall_step_vote_submit },
  rule: { title: m.hall_step_rule, about: m.hall_step_rule_about, submit: m.hall_step_rule_submit },
};
