import type { ItemCommandType } from './item-command.ts';
import type { ItemStatus } from './supervision-item.ts';

/** Wherever the item is, its complainants are asked and answer. */
const WHILE_OPEN = ['pause_clocks', 'resume_clocks'] as const satisfies readonly ItemCommandType[];

/** Where the departments work on it. */
const AT_WORK: readonly ItemCommandType[] = [
  'link_complaint',
  'report_progress',
  'complete_measure',
  'dispute_measure',
  'rule_on_dispute',
  'reject_report',
  'request_extension',
  'decide_extension',
  'give_directive',
  'answer_directive',
  'form_team',
  'record_visit',
  'hold_meeting',
  'suspend',
  'cross_deadlines',
  'near_deadlines',
  'escalate',
  'recompute_due',
  ...WHILE_OPEN,
];

/** Where it is neither worked on nor off the list. */
const DISPOSED: readonly ItemCommandType[] = [
  'take_up_again',
  'inquire',
  'suspend',
  'give_directive',
  'answer_directive',
  'form_team',
  'record_visit',
  ...WHILE_OPEN,
];

/** Which commands each state knows at all; the rules of each command come on top. Source: domain.md, Supervision item. */
export const LAWFUL_ITEM_COMMANDS: Readonly<Record<ItemStatus, readonly ItemCommandType[]>> = {
  proposed: ['countersign', ...WHILE_OPEN],
  registered: ['link_complaint', 'assign', 'designate', 'suspend', ...WHILE_OPEN],
  assigned: [
    'link_complaint',
    'sign',
    'sign_in_silence',
    'return',
    'give_directive',
    'answer_directive',
    'form_team',
    'record_visit',
    'suspend',
    'cross_deadlines',
    'near_deadlines',
    'escalate',
    'recompute_due',
    ...WHILE_OPEN,
  ],
  returned: ['rule_on_return', 'assign', 'designate', ...WHILE_OPEN],
  signed: AT_WORK,
  advancing: [...AT_WORK, 'request_strike_off'],
  rework: AT_WORK,
  strike_off_requested: [
    'assess_cooperation',
    'open_verification',
    'give_directive',
    'answer_directive',
    'form_team',
    'record_visit',
    ...WHILE_OPEN,
  ],
  verifying: [
    'file_finding',
    'strike_off',
    'watch',
    'make_long_running',
    'refer_up',
    'send_to_rework',
    'assess_cooperation',
    'give_public_notice',
    'object_to_notice',
    'rule_on_notice_objection',
    'give_directive',
    'answer_directive',
    'form_team',
    'record_visit',
    'cross_deadlines',
    'near_deadlines',
    'escalate',
    'recompute_due',
    ...WHILE_OPEN,
  ],
  struck_off: ['assess_cooperation', 'record_rebound', 'look_back'],
  watched: DISPOSED,
  long_running: DISPOSED,
  referred_up: DISPOSED,
  rebounded: ['take_up_again', 'assign', 'designate', ...WHILE_OPEN],
  suspended: ['resume', ...WHILE_OPEN],
};

export function isLawfulForItem(status: ItemStatus, command: ItemCommandType): boolean {
  return LAWFUL_ITEM_COMMANDS[status].includes(command);
}
