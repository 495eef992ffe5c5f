import type { ItemCommandType } from './item-command.ts';
import type { ItemStatus } from './supervision-item.ts';

/** Which commands each state knows at all; the rules of each command come on top. Source: domain.md, Supervision item. */
export const LAWFUL_ITEM_COMMANDS: Readonly<Record<ItemStatus, readonly ItemCommandType[]>> = {
  proposed: ['countersign'],
  registered: ['link_complaint', 'assign', 'designate', 'suspend'],
  assigned: [
    'link_complaint',
    'sign',
    'sign_in_silence',
    'return',
    'suspend',
    'cross_deadlines',
    'recompute_due',
  ],
  returned: ['rule_on_return', 'assign', 'designate'],
  signed: [
    'link_complaint',
    'report_progress',
    'complete_measure',
    'suspend',
    'cross_deadlines',
    'recompute_due',
  ],
  advancing: [
    'link_complaint',
    'report_progress',
    'complete_measure',
    'request_strike_off',
    'suspend',
    'cross_deadlines',
    'recompute_due',
  ],
  rework: [
    'link_complaint',
    'report_progress',
    'complete_measure',
    'suspend',
    'cross_deadlines',
    'recompute_due',
  ],
  strike_off_requested: ['open_verification'],
  verifying: [
    'file_finding',
    'strike_off',
    'watch',
    'make_long_running',
    'refer_up',
    'send_to_rework',
    'cross_deadlines',
    'recompute_due',
  ],
  struck_off: ['record_rebound'],
  watched: ['take_up_again', 'suspend'],
  long_running: ['take_up_again', 'suspend'],
  referred_up: ['take_up_again', 'suspend'],
  rebounded: ['take_up_again', 'assign', 'designate'],
  suspended: ['resume'],
};

export function isLawfulForItem(status: ItemStatus, command: ItemCommandType): boolean {
  return LAWFUL_ITEM_COMMANDS[status].includes(command);
}
