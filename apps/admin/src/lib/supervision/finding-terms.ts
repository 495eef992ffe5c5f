import type { FindingKind, FindingPart, VerificationState } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import type { Terms } from '../terms.ts';

export const findingPartTerm: Terms<FindingPart> = {
  A: m.finding_part_A,
  B: m.finding_part_B,
  C: m.finding_part_C,
};

export const findingKindTerm: Terms<FindingKind> = {
  verification: m.finding_kind_verification,
  callback: m.finding_kind_callback,
  corroboration: m.finding_kind_corroboration,
  third_check: m.finding_kind_third_check,
};

export const verificationStateTerm: Terms<VerificationState> = {
  awaiting_both: m.verification_state_awaiting_both,
  awaiting_verification: m.verification_state_awaiting_verification,
  awaiting_second: m.verification_state_awaiting_second,
  awaiting_third: m.verification_state_awaiting_third,
  agreed_resolved: m.verification_state_agreed_resolved,
  agreed_unresolved: m.verification_state_agreed_unresolved,
};
