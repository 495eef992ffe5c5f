import { m } from '@bihuan/ui/messages';

const ROWS = 50;

/** What the fields of the item forms are called, for the list of what is wrong. */
export function fieldLabels(): Readonly<Record<string, string>> {
  const labels: Record<string, string> = {
    reason: m.supervision_fact_reason(),
    basis: m.dispute_basis(),
    legalBasis: m.supervision_fact_legal_basis(),
    text: m.supervision_fact_text(),
    percent: m.supervision_fact_percent(),
    obstacles: m.supervision_fact_obstacles(),
    nextStep: m.supervision_fact_next_step(),
    measureId: m.supervision_fact_measure(),
    evidence: m.supervision_fact_evidence(),
    claim: m.supervision_fact_claim(),
    leadDepartmentId: m.duty_lead(),
    cooperatingDepartmentIds: m.duty_cooperating(),
    measures: m.supervision_measures(),
    workingDays: m.supervision_working_days(),
    cause: m.intake_return_cause(),
    precedent: m.intake_precedent(),
    departure: m.intake_departure(),
    doubleReason: m.supervision_fact_double_reason(),
    ruling: m.supervision_fact_ruling(),
    inspectorId: m.supervision_fact_inspector(),
    isResolved: m.supervision_is_it_resolved(),
    isFalseRequest: m.supervision_was_it_false(),
    'visit.on': m.supervision_visit_on(),
    'visit.place': m.supervision_visit_place(),
    'visit.inspectorIds': m.supervision_visit_inspectors(),
    explanation: m.supervision_fact_explanation(),
    reportId: m.supervision_which_report(),
    fault: m.supervision_fact_fault(),
    isGranted: m.supervision_grant_or_not(),
    departmentId: m.supervision_fact_owner(),
    departmentIds: m.supervision_meeting_departments(),
    directiveId: m.supervision_which_directive(),
    dueOn: m.supervision_fact_by_day(),
    kind: m.supervision_fact_visit_kind(),
    purpose: m.team_purpose(),
    memberIds: m.team_members(),
    on: m.supervision_fact_on(),
    place: m.supervision_fact_place(),
    inspectorIds: m.supervision_fact_visitor(),
    minutes: m.supervision_fact_minutes(),
    aboutId: m.cooperation_about_whom(),
    level: m.cooperation_level(),
    objectionId: m.public_notice_which(),
    isUpheld: m.public_notice_holds_or_not(),
    isHolding: m.supervision_does_it_hold(),
    nextOn: m.supervision_next_on(),
    focus: m.supervision_fact_focus(),
    reviewOn: m.supervision_fact_review_on(),
    plan: m.supervision_fact_plan(),
    to: m.supervision_fact_to(),
    brief: m.supervision_fact_brief(),
  };
  for (let row = 0; row < ROWS; row += 1) {
    const measure = m.supervision_measure_nth({ nth: String(row + 1) });
    labels[`measures.${row}.text`] = measure;
    labels[`measures.${row}.departmentId`] = `${measure} ${m.supervision_fact_owner()}`;
    labels[`measures.${row}.dueOn`] = `${measure} ${m.supervision_fact_due()}`;
  }
  return labels;
}
