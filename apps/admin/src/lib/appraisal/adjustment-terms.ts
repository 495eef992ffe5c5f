import type { AdjustmentKind, AdjustmentStatus } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import type { Tone } from '#lib/tone.ts';

export const adjustmentKindTerm: Readonly<Record<AdjustmentKind, () => string>> = {
  bonus: m.score_hand_kind_bonus,
  deduction: m.score_hand_kind_deduction,
  hard_problem: m.score_hand_kind_hard_problem,
  error_tolerance: m.score_hand_kind_error_tolerance,
  reversal: m.score_hand_kind_reversal,
};

export const adjustmentStatusTerm: Readonly<Record<AdjustmentStatus, () => string>> = {
  proposed: m.score_hand_status_proposed,
  entered: m.score_hand_status_entered,
  declined: m.score_hand_status_declined,
  withdrawn: m.score_hand_status_withdrawn,
};

export const ADJUSTMENT_TONE: Readonly<Record<AdjustmentStatus, Tone>> = {
  proposed: 'waiting',
  entered: 'good',
  declined: 'bad',
  withdrawn: 'neutral',
};
