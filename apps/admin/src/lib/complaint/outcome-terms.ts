import type { CallbackOutcome, DeclineReason, Outcome, SatisfactionLevel } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import type { Terms } from '../terms.ts';

export const outcomeTerm: Terms<Outcome> = {
  solved: m.outcome_solved,
  explained: m.outcome_explained,
  not_permitted: m.outcome_not_permitted,
};

export const declineReasonTerm: Terms<DeclineReason> = {
  consultation: m.decline_reason_consultation,
  petition: m.decline_reason_petition,
  court: m.decline_reason_court,
  other_jurisdiction: m.decline_reason_other_jurisdiction,
  emergency: m.decline_reason_emergency,
  no_facts: m.decline_reason_no_facts,
};

export const callbackOutcomeTerm: Terms<CallbackOutcome> = {
  valid: m.callback_outcome_valid,
  no_answer: m.callback_outcome_no_answer,
  refused: m.callback_outcome_refused,
  wrong_number: m.callback_outcome_wrong_number,
};

export const satisfactionTerm: Terms<SatisfactionLevel> = {
  very_dissatisfied: m.satisfaction_very_dissatisfied,
  dissatisfied: m.satisfaction_dissatisfied,
  basically_satisfied: m.satisfaction_basically_satisfied,
  satisfied: m.satisfaction_satisfied,
  very_satisfied: m.satisfaction_very_satisfied,
};
