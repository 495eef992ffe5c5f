import type { ItemAction } from '@bihuan/api';

const BESIDE = [
  'request_extension',
  'decide_extension',
  'reject_report',
  'give_directive',
  'answer_directive',
  'record_visit',
  'hold_meeting',
  'look_back',
  'inquire',
] as const satisfies readonly ItemAction[];

/** What goes on beside the work itself. */
export type BesideAction = (typeof BESIDE)[number];

export function isBeside(action: ItemAction): action is BesideAction {
  return (BESIDE as readonly ItemAction[]).includes(action);
}
