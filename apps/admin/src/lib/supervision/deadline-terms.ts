import type { DeadlineKind, EscalationTier } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import type { Terms } from '../terms.ts';

export const deadlineKindTerm: Terms<DeadlineKind> = {
  sign_for: m.deadline_kind_sign_for,
  item: m.deadline_kind_item,
  measure: m.deadline_kind_measure,
  heartbeat: m.deadline_kind_heartbeat,
  verification: m.deadline_kind_verification,
  directive: m.deadline_kind_directive,
};

export const escalationTierTerm: Terms<EscalationTier> = {
  handler: m.escalation_tier_handler,
  head: m.escalation_tier_head,
  triage: m.escalation_tier_triage,
  leader: m.escalation_tier_leader,
};
