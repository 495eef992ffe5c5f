import type {
  ApiKeyScope,
  AccessStatus,
  CallbackOutcome,
  CauseClass,
  Channel,
  Clock,
  ComplainantKind,
  ComplaintEventType,
  ComplaintStatus,
  Complexity,
  DeadlineKind,
  ReportFault,
  VisitKind,
  DeclineReason,
  EscalationTier,
  ExclusionReason,
  FindingKind,
  FindingPart,
  IdentityField,
  Importance,
  ItemEventType,
  ItemStatus,
  Openness,
  Outcome,
  ProofLine,
  Relation,
  ReviewOutcome,
  ReviewStatus,
  Role,
  DisputeRuling,
  Ruling,
  SatisfactionLevel,
  Source,
  VerificationState,
} from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';

/** A word of the domain in the language of the person who looks. */
type Terms<Word extends string> = Readonly<Record<Word, () => string>>;

export const accessStatusTerm: Terms<AccessStatus> = {
  requested: m.firewall_status_requested,
  refused: m.firewall_status_refused,
  granted: m.firewall_status_granted,
  consented: m.firewall_status_consented,
  denied: m.firewall_status_denied,
  revoked: m.firewall_status_revoked,
  withdrawn: m.firewall_status_withdrawn,
};

export const identityFieldTerm: Terms<IdentityField> = {
  name: m.firewall_field_name,
  phone: m.firewall_field_phone,
  email: m.firewall_field_email,
};

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

export const itemStatusTerm: Terms<ItemStatus> = {
  proposed: m.item_status_proposed,
  registered: m.item_status_registered,
  assigned: m.item_status_assigned,
  returned: m.item_status_returned,
  signed: m.item_status_signed,
  advancing: m.item_status_advancing,
  rework: m.item_status_rework,
  strike_off_requested: m.item_status_strike_off_requested,
  verifying: m.item_status_verifying,
  struck_off: m.item_status_struck_off,
  watched: m.item_status_watched,
  long_running: m.item_status_long_running,
  referred_up: m.item_status_referred_up,
  rebounded: m.item_status_rebounded,
  suspended: m.item_status_suspended,
};

export const roleTerm: Terms<Role> = {
  clerk: m.role_clerk,
  triage_admin: m.role_triage_admin,
  department_officer: m.role_department_officer,
  department_head: m.role_department_head,
  inspector: m.role_inspector,
  assessor: m.role_assessor,
  appraisal_admin: m.role_appraisal_admin,
  leader: m.role_leader,
  custodian: m.role_custodian,
  auditor: m.role_auditor,
  system_admin: m.role_system_admin,
};

export const channelTerm: Terms<Channel> = {
  portal: m.channel_portal,
  walk_in: m.channel_walk_in,
  phone: m.channel_phone,
  transfer_12345: m.channel_transfer_12345,
  api: m.channel_api,
};

export const complainantKindTerm: Terms<ComplainantKind> = {
  citizen: m.complainant_kind_citizen,
  enterprise: m.complainant_kind_enterprise,
};

export const opennessTerm: Terms<Openness> = {
  open: m.openness_open,
  confidential: m.openness_confidential,
  anonymous: m.openness_anonymous,
};

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

export const relationTerm: Terms<Relation> = {
  family: m.relation_family,
  employee: m.relation_employee,
  agent: m.relation_agent,
  neighbour: m.relation_neighbour,
  community_worker: m.relation_community_worker,
  other: m.relation_other,
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

export const sourceTerm: Terms<Source> = {
  complaint: m.source_complaint,
  superior_task: m.source_superior_task,
  leader_assignment: m.source_leader_assignment,
  department_feedback: m.source_department_feedback,
  appraisal_finding: m.source_appraisal_finding,
  special_inspection: m.source_special_inspection,
};

export const importanceTerm: Terms<Importance> = {
  normal: m.importance_normal,
  key: m.importance_key,
  listed: m.importance_listed,
};

export const rulingTerm: Terms<Ruling | DisputeRuling> = {
  reassign: m.ruling_reassign,
  uphold: m.ruling_uphold,
  reject: m.ruling_reject,
  measure_upheld: m.dispute_ruling_measure_upheld,
  measure_changed: m.dispute_ruling_measure_changed,
  measure_withdrawn: m.dispute_ruling_measure_withdrawn,
};

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

export const complaintEventTerm: Terms<ComplaintEventType> = {
  ComplaintSubmitted: m.complaint_event_ComplaintSubmitted,
  ComplaintAccepted: m.complaint_event_ComplaintAccepted,
  ComplaintDeclined: m.complaint_event_ComplaintDeclined,
  DeclineObjected: m.complaint_event_DeclineObjected,
  ObjectionDecided: m.complaint_event_ObjectionDecided,
  CheckCallRecorded: m.complaint_event_CheckCallRecorded,
  ReviewRequested: m.complaint_event_ReviewRequested,
  ReviewDecided: m.complaint_event_ReviewDecided,
  ComplaintMerged: m.complaint_event_ComplaintMerged,
  ComplaintJoined: m.join_event_ComplaintJoined,
  FinalProposed: m.final_event_FinalProposed,
  FinalDecided: m.final_event_FinalDecided,
  ComplaintUnmerged: m.complaint_event_ComplaintUnmerged,
  ComplaintWithdrawn: m.complaint_event_ComplaintWithdrawn,
  ComplaintSplit: m.complaint_event_ComplaintSplit,
  ComplaintReclassified: m.complaint_event_ComplaintReclassified,
  ImportUndone: m.complaint_event_ImportUndone,
  ComplaintSettledOnTheSpot: m.complaint_event_ComplaintSettledOnTheSpot,
  ComplaintPlacedUnderSupervision: m.complaint_event_ComplaintPlacedUnderSupervision,
  ComplainantAsked: m.complaint_event_ComplainantAsked,
  ComplainantReplied: m.complaint_event_ComplainantReplied,
  QuestionTimedOut: m.complaint_event_QuestionTimedOut,
  AnswerPublished: m.complaint_event_AnswerPublished,
  AnswerConfirmed: m.complaint_event_AnswerConfirmed,
  ComplaintClosedInSilence: m.complaint_event_ComplaintClosedInSilence,
  AnswerDisputed: m.complaint_event_AnswerDisputed,
  ComplaintReopened: m.complaint_event_ComplaintReopened,
  ComplaintRated: m.complaint_event_ComplaintRated,
  CallbackRecorded: m.complaint_event_CallbackRecorded,
  ComplaintSupplemented: m.complaint_event_ComplaintSupplemented,
  ContactCorrected: m.complaint_event_ContactCorrected,
  ContactRemoved: m.complaint_event_ContactRemoved,
  LegalHoldPlaced: m.complaint_event_LegalHoldPlaced,
  LegalHoldLifted: m.complaint_event_LegalHoldLifted,
  ComplaintUrged: m.complaint_event_ComplaintUrged,
  DeadlineCrossed: m.complaint_event_DeadlineCrossed,
  ResolutionExtended: m.complaint_event_ResolutionExtended,
  DueDateRecomputed: m.complaint_event_DueDateRecomputed,
};

export const itemEventTerm: Terms<ItemEventType> = {
  ItemProposed: m.item_event_ItemProposed,
  ItemRegistered: m.item_event_ItemRegistered,
  ComplaintLinked: m.item_event_ComplaintLinked,
  ItemAssigned: m.item_event_ItemAssigned,
  ItemSigned: m.item_event_ItemSigned,
  ItemReturned: m.item_event_ItemReturned,
  ReturnRuled: m.item_event_ReturnRuled,
  ProgressReported: m.item_event_ProgressReported,
  MeasureCompleted: m.item_event_MeasureCompleted,
  MeasureDisputed: m.item_event_MeasureDisputed,
  DisputeRuled: m.item_event_DisputeRuled,
  StrikeOffRequested: m.item_event_StrikeOffRequested,
  VerificationOpened: m.item_event_VerificationOpened,
  FindingFiled: m.item_event_FindingFiled,
  ItemStruckOff: m.item_event_ItemStruckOff,
  ItemWatched: m.item_event_ItemWatched,
  ItemMadeLongRunning: m.item_event_ItemMadeLongRunning,
  ItemReferredUp: m.item_event_ItemReferredUp,
  ItemSentToRework: m.item_event_ItemSentToRework,
  ItemTakenUpAgain: m.item_event_ItemTakenUpAgain,
  ItemSuspended: m.item_event_ItemSuspended,
  ItemResumed: m.item_event_ItemResumed,
  ItemRebounded: m.item_event_ItemRebounded,
  ReportRejected: m.item_event_ReportRejected,
  ExtensionRequested: m.item_event_ExtensionRequested,
  ExtensionDecided: m.item_event_ExtensionDecided,
  DirectiveGiven: m.item_event_DirectiveGiven,
  DirectiveAnswered: m.item_event_DirectiveAnswered,
  TeamFormed: m.item_event_TeamFormed,
  VisitRecorded: m.item_event_VisitRecorded,
  MeetingHeld: m.item_event_MeetingHeld,
  CooperationAssessed: m.item_event_CooperationAssessed,
  PublicNoticeGiven: m.item_event_PublicNoticeGiven,
  NoticeObjected: m.item_event_NoticeObjected,
  NoticeObjectionRuled: m.item_event_NoticeObjectionRuled,
  ItemLookedBack: m.item_event_ItemLookedBack,
  ItemInquired: m.item_event_ItemInquired,
  DeadlineCrossed: m.item_event_DeadlineCrossed,
  ClocksPaused: m.item_event_ClocksPaused,
  ClocksResumed: m.item_event_ClocksResumed,
  DeadlineNeared: m.item_event_DeadlineNeared,
  ItemEscalated: m.item_event_ItemEscalated,
  DueDateRecomputed: m.item_event_DueDateRecomputed,
};

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

export const clockKindTerm: Terms<Clock['kind']> = {
  triage: m.clock_kind_triage,
  resolution: m.clock_kind_resolution,
  waiting: m.clock_kind_waiting,
  confirmation: m.clock_kind_confirmation,
  objection: m.clock_kind_objection,
  review: m.clock_kind_review,
};

export const dayVerdictTerm: Terms<ProofLine['verdict']> = {
  start: m.day_verdict_start,
  counted: m.day_verdict_counted,
  weekend: m.day_verdict_weekend,
  holiday: m.day_verdict_holiday,
  paused: m.day_verdict_paused,
  due: m.day_verdict_due,
};

const PAUSE_REASONS: Readonly<Record<string, () => string>> = {
  awaiting_complainant: m.pause_because_awaiting_complainant,
  suspended: m.pause_because_suspended,
  with_the_office: m.pause_because_with_the_office,
};

/** What stands in brackets after a day of a proof: the holiday it belongs to, or why it was paused; empty for none. */
export function dayNameText({ verdict, name }: Pick<ProofLine, 'verdict' | 'name'>): string {
  if (name === null) return '';
  if (verdict === 'holiday') return name;
  return verdict === 'paused' ? (PAUSE_REASONS[name]?.() ?? '') : '';
}

export const departmentKindTerm: Terms<'department' | 'office'> = {
  department: m.department_kind_department,
  office: m.department_kind_office,
};

export const apiKeyScopeTerm: Terms<ApiKeyScope> = {
  file: m.api_key_scope_file,
  read_own: m.api_key_scope_read_own,
  read_public: m.api_key_scope_read_public,
  enter_results: m.api_key_scope_enter_results,
};

export const reportFaultTerm: Terms<ReportFault> = {
  no_substance: m.report_fault_no_substance,
  off_the_point: m.report_fault_off_the_point,
  unsupported: m.report_fault_unsupported,
  no_next_step: m.report_fault_no_next_step,
};

export const visitKindTerm: Terms<VisitKind> = {
  site_visit: m.visit_kind_site_visit,
  talk: m.visit_kind_talk,
};
