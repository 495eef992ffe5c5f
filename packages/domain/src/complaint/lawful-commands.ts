import type { ComplaintStatus } from './complaint.ts';
import type { ComplaintCommandType } from './complaint-command.ts';

/** Which commands each state knows at all; the rules of each command come on top. Source: domain.md, Complaint. */
export const LAWFUL_COMPLAINT_COMMANDS: Readonly<Record<ComplaintStatus, readonly ComplaintCommandType[]>> = {
  submitted: [
    'accept',
    'decline',
    'merge',
    'split',
    'settle_on_the_spot',
    'withdraw',
    'undo_import',
    'supplement',
    'urge',
    'cross_deadline',
    'recompute_due',
    'correct_contact',
  ],
  accepted: [
    'settle_on_the_spot',
    'place_under_supervision',
    'merge',
    'split',
    'reclassify',
    'withdraw',
    'supplement',
    'urge',
    'cross_deadline',
    'recompute_due',
    'correct_contact',
  ],
  declined: ['object_to_decline', 'request_review', 'correct_contact'],
  objected: ['decide_objection', 'cross_deadline', 'recompute_due', 'correct_contact'],
  merged: ['unmerge', 'correct_contact'],
  split: [],
  withdrawn: ['record_check_call', 'correct_contact'],
  settled_on_the_spot: ['request_review', 'rate', 'record_callback', 'correct_contact'],
  under_supervision: [
    'ask_complainant',
    'reclassify',
    'publish_answer',
    'record_callback',
    'withdraw',
    'supplement',
    'urge',
    'extend_resolution',
    'cross_deadline',
    'recompute_due',
    'correct_contact',
  ],
  awaiting_complainant: [
    'reply',
    'reclassify',
    'time_out_question',
    'withdraw',
    'supplement',
    'extend_resolution',
    'recompute_due',
    'correct_contact',
  ],
  answered: [
    'confirm',
    'dispute',
    'close_in_silence',
    'rate',
    'record_callback',
    'recompute_due',
    'correct_contact',
  ],
  closed: ['reopen', 'request_review', 'rate', 'record_callback', 'correct_contact'],
  disputed: ['place_under_supervision', 'withdraw', 'supplement', 'correct_contact'],
  reopened: ['place_under_supervision', 'withdraw', 'supplement', 'correct_contact'],
  under_review: ['decide_review', 'cross_deadline', 'recompute_due', 'correct_contact'],
};

export function isLawfulForComplaint(status: ComplaintStatus, command: ComplaintCommandType): boolean {
  return LAWFUL_COMPLAINT_COMMANDS[status].includes(command);
}
