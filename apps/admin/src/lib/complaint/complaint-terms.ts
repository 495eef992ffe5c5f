import type { CauseClass, ComplaintStatus, Complexity } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import type { Terms } from '../terms.ts';

export const complaintStatusTerm: Terms<ComplaintStatus> = {
  submitted: m.complaint_status_submitted,
  accepted: m.complaint_status_accepted,
  declined: m.complaint_status_declined,
  objected: m.complaint_status_objected,
  merged: m.complaint_status_merged,
  split: m.complaint_status_split,
  withdrawn: m.complaint_status_withdrawn,
  settled_on_the_spot: m.complaint_status_settled_on_the_spot,
  under_supervision: m.complaint_status_under_supervision,
  awaiting_complainant: m.complaint_status_awaiting_complainant,
  answered: m.complaint_status_answered,
  closed: m.complaint_status_closed,
  disputed: m.complaint_status_disputed,
  reopened: m.complaint_status_reopened,
  under_review: m.complaint_status_under_review,
};

export const causeClassTerm: Terms<CauseClass> = {
  refused_without_reason: m.cause_class_refused_without_reason,
  papers_again: m.cause_class_papers_again,
  passed_around: m.cause_class_passed_around,
  over_promised_time: m.cause_class_over_promised_time,
  system_fault: m.cause_class_system_fault,
  policy_conflict: m.cause_class_policy_conflict,
  staff_conduct: m.cause_class_staff_conduct,
  other: m.cause_class_other,
};

export const complexityTerm: Terms<Complexity> = {
  simple: m.complexity_simple,
  ordinary: m.complexity_ordinary,
  complex: m.complexity_complex,
};
