import type { ComplaintStatus, ItemStatus } from '@bihuan/api/domain';

/** What a chip's colour says beside its words. */
export type Tone = 'neutral' | 'active' | 'waiting' | 'good' | 'bad' | 'paused';

export const COMPLAINT_TONE: Readonly<Record<ComplaintStatus, Tone>> = {
  submitted: 'waiting',
  accepted: 'active',
  declined: 'neutral',
  objected: 'waiting',
  under_review: 'waiting',
  merged: 'neutral',
  split: 'neutral',
  withdrawn: 'neutral',
  settled_on_the_spot: 'good',
  under_supervision: 'active',
  awaiting_complainant: 'paused',
  answered: 'waiting',
  closed: 'neutral',
  disputed: 'bad',
  reopened: 'bad',
};

export const ITEM_TONE: Readonly<Record<ItemStatus, Tone>> = {
  proposed: 'waiting',
  registered: 'waiting',
  assigned: 'waiting',
  returned: 'bad',
  signed: 'active',
  advancing: 'active',
  rework: 'bad',
  strike_off_requested: 'waiting',
  verifying: 'waiting',
  struck_off: 'good',
  watched: 'paused',
  long_running: 'paused',
  referred_up: 'paused',
  rebounded: 'bad',
  suspended: 'paused',
};

/** The last working day is a warning, a day over it is late. `left` in working days, negative when late. */
export function toneOfDaysLeft(left: number): Tone {
  if (left < 0) return 'bad';
  return left <= 1 ? 'waiting' : 'neutral';
}
