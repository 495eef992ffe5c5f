import type { ComplaintCommandType } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';

type TextField = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly most: number;
};

type MoveWords = {
  readonly title: () => string;
  /** What it leads to, in one line. */
  readonly about: () => string;
  /** The only field, for moves that need no more than a text. */
  readonly text?: () => TextField;
};

/** What the office's moves on a complaint are called. */
export const MOVE_WORDS: Readonly<Partial<Record<ComplaintCommandType, MoveWords>>> = {
  decide_objection: { title: m.receipt_do_decide_objection, about: m.receipt_about_decide_objection },
  decide_review: { title: m.receipt_do_decide_review, about: m.receipt_about_decide_review },
  decide_final: { title: m.final_do_decide, about: m.final_about_decide },
  propose_final: { title: m.final_do_propose, about: m.final_about_propose },
  record_check_call: { title: m.receipt_do_check_call, about: m.receipt_about_check_call },
  accept: { title: m.admin_do_accept, about: m.admin_about_accept },
  place_under_supervision: { title: m.admin_do_route, about: m.admin_about_route },
  settle_on_the_spot: { title: m.admin_do_settle, about: m.admin_about_settle },
  merge: { title: m.admin_do_merge, about: m.admin_about_merge },
  split: { title: m.intake_do_split, about: m.intake_about_split },
  reclassify: { title: m.intake_do_reclassify, about: m.intake_about_reclassify },
  decline: { title: m.admin_do_decline, about: m.admin_about_decline },
  publish_answer: { title: m.admin_do_answer, about: m.admin_about_answer },
  ask_complainant: {
    title: m.admin_do_ask,
    about: m.admin_about_ask,
    text: () => ({ name: 'question', label: m.admin_question(), hint: m.admin_question_hint(), most: 1000 }),
  },
  reply: {
    title: m.admin_do_reply,
    about: m.admin_about_reply,
    text: () => ({ name: 'text', label: m.admin_reply_text(), most: 2000 }),
  },
  reopen: {
    title: m.admin_do_reopen,
    about: m.admin_about_reopen,
    text: () => ({ name: 'reason', label: m.admin_reason(), most: 500 }),
  },
  unmerge: {
    title: m.admin_do_unmerge,
    about: m.admin_about_unmerge,
    text: () => ({ name: 'reason', label: m.admin_reason(), most: 500 }),
  },
  supplement: {
    title: m.admin_do_supplement,
    about: m.admin_about_supplement,
    text: () => ({ name: 'text', label: m.admin_supplement_text(), most: 2000 }),
  },
};
