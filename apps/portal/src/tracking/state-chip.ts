import type { ComplaintStatus } from '@bihuan/api/domain';

/** Colour of the chip a state is shown in; the words say the same. */
export const STATE_CHIP: Readonly<
  Record<ComplaintStatus, 'neutral' | 'active' | 'waiting' | 'good' | 'bad' | 'paused'>
> = {
  submitted: 'active',
  accepted: 'active',
  under_supervision: 'active',
  disputed: 'active',
  reopened: 'active',
  awaiting_complainant: 'waiting',
  answered: 'waiting',
  settled_on_the_spot: 'good',
  closed: 'good',
  merged: 'neutral',
  split: 'active',
  declined: 'neutral',
  objected: 'active',
  under_review: 'active',
  withdrawn: 'neutral',
};
