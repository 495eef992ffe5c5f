import { hasRole, type Actor, type StaffActor } from '../people/actor.ts';
import type { ItemCommand } from './item-command.ts';
import { assignmentOf, type SupervisionItem } from './supervision-item.ts';

/** Whether this actor may give this command on this item at all. Source: domain.md, People and what they may do. */
export function mayCommandItem(actor: Actor, item: SupervisionItem, command: ItemCommand): boolean {
  switch (command.type) {
    case 'countersign':
      return hasRole(actor, 'leader', 'triage_admin');
    case 'link_complaint':
    case 'assign':
    case 'rule_on_return':
    case 'open_verification':
    case 'strike_off':
    case 'watch':
    case 'make_long_running':
    case 'refer_up':
    case 'send_to_rework':
    case 'take_up_again':
    case 'reject_report':
    case 'form_team':
    case 'hold_meeting':
    case 'rule_on_dispute':
    case 'give_public_notice':
    case 'rule_on_notice_objection':
      return hasRole(actor, 'triage_admin');
    case 'designate':
    case 'suspend':
    case 'give_directive':
      return hasRole(actor, 'leader');
    case 'resume':
    case 'decide_extension':
      return hasRole(actor, 'leader', 'triage_admin');
    case 'sign':
    case 'request_strike_off':
      return hasRole(actor, 'department_officer', 'department_head') && isOfLead(actor, item);
    case 'return':
    case 'request_extension':
      return hasRole(actor, 'department_head') && isOfLead(actor, item);
    case 'report_progress':
      return hasRole(actor, 'department_officer', 'department_head') && isOfParticipant(actor, item);
    case 'complete_measure': {
      const measure = item.measures.find((one) => one.id === command.measureId);
      return (
        hasRole(actor, 'department_officer', 'department_head') &&
        (measure === undefined ? isOfParticipant(actor, item) : measure.departmentId === actor.departmentId)
      );
    }
    case 'dispute_measure': {
      if (!hasRole(actor, 'department_head') || isOfLead(actor, item)) return false;
      const measure = item.measures.find((one) => one.id === command.measureId);
      return measure === undefined
        ? isOfParticipant(actor, item)
        : measure.departmentId === actor.departmentId;
    }
    case 'answer_directive': {
      const directive = item.directives.find((one) => one.id === command.directiveId);
      return (
        hasRole(actor, 'department_officer', 'department_head') &&
        (directive === undefined
          ? isOfParticipant(actor, item)
          : directive.departmentId === actor.departmentId)
      );
    }
    case 'assess_cooperation':
      return hasRole(actor, 'department_officer', 'department_head') && isOfParticipant(actor, item);
    case 'object_to_notice':
      return actor.kind === 'complainant';
    case 'file_finding':
      if (command.part === 'B') return hasRole(actor, command.kind === 'callback' ? 'clerk' : 'assessor');
      return hasRole(actor, 'inspector');
    case 'record_rebound':
    case 'record_visit':
    case 'look_back':
    case 'inquire':
      return hasRole(actor, 'inspector', 'triage_admin');
    case 'sign_in_silence':
    case 'cross_deadlines':
    case 'near_deadlines':
    case 'escalate':
    case 'recompute_due':
    case 'pause_clocks':
    case 'resume_clocks':
      return actor.kind === 'system';
  }
}

function isOfLead(actor: StaffActor, item: SupervisionItem): boolean {
  return assignmentOf(item)?.leadDepartmentId === actor.departmentId;
}

/** Of the lead or of a cooperating department. */
export function isOfParticipant(actor: StaffActor, item: SupervisionItem): boolean {
  const assignment = assignmentOf(item);
  if (assignment === null) return false;
  return isOfLead(actor, item) || assignment.cooperatingDepartmentIds.includes(actor.departmentId);
}
