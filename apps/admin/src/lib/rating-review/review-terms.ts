import type { ExclusionReason, ReviewOutcome, ReviewStatus } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import type { Terms } from '../terms.ts';

export const reviewStatusTerm: Terms<ReviewStatus> = {
  open: m.review_status_open,
  contacted: m.review_status_contacted,
  verified: m.review_status_verified,
  rectified: m.review_status_rectified,
  replied: m.review_status_replied,
  closed: m.review_status_closed,
};

export const reviewOutcomeTerm: Terms<ReviewOutcome> = {
  satisfied: m.review_outcome_satisfied,
  explained: m.review_outcome_explained,
  unresolved: m.review_outcome_unresolved,
  unreached: m.review_outcome_unreached,
  excluded: m.review_outcome_excluded,
};

export const exclusionReasonTerm: Terms<ExclusionReason> = {
  mistaken: m.exclusion_reason_mistaken,
  malicious: m.exclusion_reason_malicious,
  not_competent: m.exclusion_reason_not_competent,
  final_answer: m.exclusion_reason_final_answer,
  force_majeure: m.exclusion_reason_force_majeure,
};
