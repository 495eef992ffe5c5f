import type { ItemFact } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { dayText } from '#lib/dates.ts';
import { returnCauseTerm } from './return-terms.ts';
import { departmentName } from '#lib/department-name.ts';
import { teamPurposeTerm } from '#lib/team/team-terms.ts';
import { cooperationLevelTerm, cooperationSideTerm } from './cooperation-terms.ts';
import { deadlineKindTerm, escalationTierTerm } from './deadline-terms.ts';
import { findingKindTerm } from './finding-terms.ts';
import { importanceTerm, sourceTerm } from './item-terms.ts';
import { reportFaultTerm, rulingTerm, visitKindTerm } from './ruling-terms.ts';

type Valued = Exclude<ItemFact, { readonly is: boolean }>;

const NAMES: Readonly<Record<Valued['name'], () => string>> = {
  problem: m.supervision_fact_problem,
  basis: m.supervision_fact_basis,
  reason: m.supervision_fact_reason,
  legal_basis: m.supervision_fact_legal_basis,
  text: m.supervision_fact_text,
  obstacles: m.supervision_fact_obstacles,
  next_step: m.supervision_fact_next_step,
  measure: m.supervision_fact_measure,
  evidence: m.supervision_fact_evidence,
  claim: m.supervision_fact_claim,
  place: m.supervision_fact_place,
  focus: m.supervision_fact_focus,
  plan: m.supervision_fact_plan,
  brief: m.supervision_fact_brief,
  to: m.supervision_fact_to,
  precedent: m.intake_fact_precedent,
  departure: m.intake_fact_departure,
  double: m.supervision_fact_double,
  double_reason: m.supervision_fact_double_reason,
  cause: m.intake_fact_cause,
  percent: m.supervision_fact_percent,
  level: m.supervision_fact_level,
  lead: m.duty_lead,
  cooperating: m.duty_cooperating,
  owner: m.supervision_fact_owner,
  assessor: m.cooperation_from,
  about: m.cooperation_about_whom,
  side: m.cooperation_side_label,
  level_of_cooperation: m.cooperation_level,
  inspector: m.supervision_fact_inspector,
  due: m.supervision_fact_due,
  before: m.supervision_fact_before,
  review_on: m.supervision_fact_review_on,
  on: m.supervision_fact_on,
  by_day: m.supervision_fact_by_day,
  notice_until: m.public_notice_fact_until,
  working_days: m.supervision_fact_extension_days,
  nth: m.supervision_fact_nth,
  fault: m.supervision_fact_fault,
  visit_kind: m.supervision_fact_visit_kind,
  visitor: m.supervision_fact_visitor,
  member: m.team_member,
  team_purpose: m.team_purpose,
  explanation: m.supervision_fact_explanation,
  minutes: m.supervision_fact_minutes,
  ruling: m.supervision_fact_ruling,
  source: m.supervision_fact_source,
  importance: m.supervision_fact_importance,
  tier: m.escalation_fact_tier,
  reached: m.escalation_fact_reached,
  missing: m.escalation_fact_missing,
  deadline: m.supervision_fact_deadline,
  kind: m.supervision_fact_kind,
};

/** Facts that are a sentence by themselves; those that are said either way look at which. */
const SENTENCES: Readonly<Record<Exclude<ItemFact, Valued>['name'], (is: boolean) => string>> = {
  is_false_request: () => m.supervision_fact_is_false_request(),
  is_on_time: (is) => (is ? m.supervision_fact_is_on_time() : m.supervision_fact_is_late()),
  is_silent: () => m.supervision_fact_is_silent(),
  has_substance: () => m.supervision_fact_has_substance(),
  is_designated: () => m.supervision_fact_is_designated(),
  is_withheld: () => m.supervision_fact_is_withheld(),
  is_granted: (is) => (is ? m.supervision_extension_granted() : m.supervision_extension_refused()),
  is_announced: (is) => (is ? m.supervision_visit_announced() : m.supervision_visit_unannounced()),
  is_holding: (is) => (is ? m.supervision_still_holds() : m.supervision_came_back()),
  is_upheld: (is) => (is ? m.public_notice_upheld() : m.public_notice_dismissed()),
  is_as_proposed: (is) => (is ? m.team_as_proposed() : m.team_not_as_proposed()),
  is_resolved: (is) => (is ? m.supervision_resolved() : m.supervision_unresolved()),
};

/** One thing known of an event, as a line of text. */
export function factText(fact: ItemFact): string {
  if ('is' in fact) return SENTENCES[fact.name](fact.is);
  return `${NAMES[fact.name]()}${m.admin_colon()}${valueText(fact)}`;
}

function valueText(fact: Valued): string {
  if ('text' in fact) return fact.text;
  if ('department' in fact) return departmentName(fact.department);
  if ('person' in fact) return fact.person.name;
  if ('due' in fact) return dayText(fact.due.date);
  switch (fact.name) {
    case 'percent':
      return `${fact.number}%`;
    case 'level':
      return m.supervision_level({ level: String(fact.number) });
    case 'review_on':
    case 'on':
    case 'by_day':
    case 'notice_until':
      return dayText(fact.on);
    case 'working_days':
      return m.supervision_days({ days: String(fact.number) });
    case 'nth':
      return m.supervision_nth({ nth: String(fact.number) });
    case 'fault':
      return reportFaultTerm[fact.fault]();
    case 'side':
      return cooperationSideTerm[fact.side]();
    case 'level_of_cooperation':
      return cooperationLevelTerm[fact.cooperation]();
    case 'visit_kind':
      return visitKindTerm[fact.visitKind]();
    case 'team_purpose':
      return teamPurposeTerm[fact.teamPurpose]();
    case 'ruling':
      return rulingTerm[fact.ruling]();
    case 'cause':
      return returnCauseTerm[fact.cause]();
    case 'source':
      return sourceTerm[fact.source]();
    case 'importance':
      return importanceTerm[fact.importance]();
    case 'deadline':
      return deadlineKindTerm[fact.deadline]();
    case 'tier':
      return escalationTierTerm[fact.tier]();
    case 'missing':
      return fact.missing === 'vacant' ? m.escalation_missing_vacant() : m.escalation_missing_away();
    case 'kind':
      return findingKindTerm[fact.kind]();
  }
}
