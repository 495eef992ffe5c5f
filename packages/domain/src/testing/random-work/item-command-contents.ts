import { addDays, localDateOf, type Instant } from '../../calendar/index.ts';
import type { StaffActor } from '../../people/actor.ts';
import { COOPERATION_LEVELS } from '../../supervision/cooperation.ts';
import { ITEM_COMMANDS, type ItemCommand, type ItemCommandType } from '../../supervision/item-command.ts';
import {
  DISPUTE_RULINGS,
  REPORT_FAULTS,
  TEAM_PURPOSES,
  VISIT_KINDS,
  type FindingKind,
  type FindingPart,
  type SupervisionItem,
} from '../../supervision/supervision-item.ts';
import { COOPERATING, LEAD, STRANGER } from '../people.ts';
import { inspectors, POSTS } from './people.ts';
import { pick } from './pick.ts';
import type { Step } from './step.ts';

const REPORTS = ['The file is complete.', 'Waiting for the plan.', 'Decided.'];

/** What this step would command by its numbers alone, whether it makes sense or not. */
export function anyItemCommand(step: Step, item: SupervisionItem, serial: number, now: Instant): ItemCommand {
  const type = pick(ITEM_COMMANDS, step.choice);
  return itemCommand(type, step, item, serial, now);
}

/** The command with contents that fit the item more often than not. */
export function itemCommand(
  type: ItemCommandType,
  step: Step,
  item: SupervisionItem,
  serial: number,
  now: Instant,
): ItemCommand {
  const reason = `reason-${serial}`;
  const later = addDays(localDateOf(now), (step.who % 40) - 2);
  switch (type) {
    case 'link_complaint':
      return { type, complaintId: pick(['complaint-1', 'complaint-2', 'complaint-3'], step.who) };
    case 'assign':
    case 'designate': {
      const departments = pick(
        [[LEAD, COOPERATING], [LEAD], [LEAD, COOPERATING], [STRANGER, LEAD]],
        step.choice,
      );
      const [leadDepartmentId = LEAD, ...cooperatingDepartmentIds] = departments;
      const measures = departments.map((departmentId, index) => ({
        id: `measure-${serial}-${index}`,
        text: reason,
        departmentId,
        dueOn: addDays(localDateOf(now), step.who % 5),
      }));
      const clock = { start: now, workingDays: pick([4, 5, 15, 15], step.verdict) };
      return { type, leadDepartmentId, cooperatingDepartmentIds, measures, clock };
    }
    case 'return':
      return { type, reason, legalBasis: 'No. 7' };
    case 'rule_on_return':
      return { type, ruling: pick(['reassign', 'uphold', 'reject'], step.who), text: reason };
    case 'report_progress':
      return {
        type,
        reportId: `report-${serial}`,
        text: pick(REPORTS, step.who),
        percent: step.choice % 103,
        obstacles: '',
        nextStep: '',
      };
    case 'complete_measure':
      return {
        type,
        measureId: item.measures.at(step.who % Math.max(1, item.measures.length))?.id ?? 'no-measure',
        evidence: reason,
        explanation: step.verdict % 4 === 0 ? '' : reason,
      };
    case 'dispute_measure': {
      const cooperated = item.measures.filter(({ departmentId }) => departmentId === COOPERATING);
      const among = step.who % 5 > 0 && cooperated.length > 0 ? cooperated : item.measures;
      return {
        type,
        measureId: among.at(step.choice % Math.max(1, among.length))?.id ?? 'no-measure',
        reason,
        basis: 'Duties',
      };
    }
    case 'rule_on_dispute': {
      const open = item.measures.find(({ dispute }) => dispute !== undefined) ?? item.measures[0];
      return {
        type,
        measureId: open?.id ?? 'no-measure',
        ruling: pick(DISPUTE_RULINGS, step.who),
        text: reason,
        departmentId: pick([null, LEAD, COOPERATING, STRANGER], step.choice),
        dueOn: step.verdict < 50 ? null : localDateOf(now),
      };
    }
    case 'request_strike_off':
      return { type, claim: reason };
    case 'open_verification': {
      const { staffId, departmentId } = pick(inspectors, step.who);
      return { type, inspectorId: staffId, inspectorDepartmentId: departmentId };
    }
    case 'file_finding':
      return findingCommand(
        step,
        pick(['A', 'B', 'C'], step.who),
        pick(['verification', 'callback', 'corroboration', 'third_check'], step.verdict),
        [pick(inspectors, step.who), pick(inspectors, step.choice)],
        serial,
      );
    case 'reject_report':
      return {
        type,
        reportId: item.reports.at(-1 - (step.who % 3))?.id ?? 'no-report',
        fault: pick(REPORT_FAULTS, step.who),
        text: reason,
      };
    case 'request_extension':
      return { type, workingDays: pick([1, 2.5, 5, 6], step.who), reason };
    case 'decide_extension':
      return { type, isGranted: step.verdict < 60, text: reason };
    case 'give_directive':
      return {
        type,
        directiveId: `directive-${serial}`,
        departmentId: pick([LEAD, LEAD, COOPERATING, STRANGER], step.choice),
        text: reason,
        dueOn: later,
      };
    case 'answer_directive': {
      const open = item.directives.filter(({ answer }) => answer === null);
      return { type, directiveId: (open[0] ?? item.directives[0])?.id ?? 'no-directive', text: reason };
    }
    case 'form_team': {
      const members = [pick(inspectors, step.who), pick(inspectors, step.choice)].map(
        ({ staffId, departmentId }) => ({ staffId, departmentIds: [departmentId] }),
      );
      return { type, purpose: pick(TEAM_PURPOSES, step.verdict), members, proposedIds: [] };
    }
    case 'record_visit':
      return {
        type,
        kind: pick(VISIT_KINDS, step.who),
        on: addDays(localDateOf(now), (step.who % 4) - 2),
        place: 'Hall',
        departmentId: pick([LEAD, COOPERATING], step.choice),
        isAnnounced: step.verdict < 50,
        inspectorIds: [pick(inspectors, step.who), pick(inspectors, step.choice)].map((one) => one.staffId),
        text: reason,
      };
    case 'hold_meeting':
      return {
        type,
        on: addDays(localDateOf(now), -(step.who % 3)),
        place: 'Hall',
        departmentIds: pick([[LEAD], [LEAD, COOPERATING]], step.choice),
        minutes: reason,
        measures:
          step.verdict < 50
            ? []
            : [{ id: `measure-${serial}`, text: reason, departmentId: LEAD, dueOn: localDateOf(now) }],
      };
    case 'assess_cooperation':
      return {
        type,
        aboutId: pick([LEAD, COOPERATING, COOPERATING, STRANGER], step.verdict),
        level: pick(COOPERATION_LEVELS, step.choice),
        text: step.verdict % 4 === 0 ? '' : reason,
      };
    case 'give_public_notice':
      return { type, text: reason };
    case 'object_to_notice':
      return { type, objectionId: `objection-${serial}`, text: reason };
    case 'rule_on_notice_objection': {
      const objections = item.notice?.objections ?? [];
      const open = objections.find(({ ruling }) => ruling === null) ?? objections[0];
      return { type, objectionId: open?.id ?? 'no-objection', isUpheld: step.verdict < 50, text: reason };
    }
    case 'inquire':
      return { type, text: reason, nextOn: step.verdict < 50 ? null : later };
    case 'look_back':
      return { type, isHolding: step.verdict < 50, text: reason };
    case 'watch':
      return { type, focus: reason, reviewOn: later };
    case 'make_long_running':
      return { type, plan: reason };
    case 'refer_up':
      return { type, brief: reason, to: 'Province' };
    case 'pause_clocks':
      return { type, until: { date: later, half: 'pm', provisional: step.verdict < 5 } };
    case 'suspend':
      return { type, reason, reviewOn: later };
    case 'send_to_rework':
    case 'take_up_again':
    case 'resume':
    case 'record_rebound':
      return { type, reason };
    case 'escalate':
      return { type, posts: pick([POSTS, POSTS.slice(2), []], step.choice) };
    case 'near_deadlines':
    case 'countersign':
    case 'sign':
    case 'sign_in_silence':
    case 'strike_off':
    case 'cross_deadlines':
    case 'recompute_due':
    case 'resume_clocks':
      return { type };
  }
}

/** A finding as the step has it. */
export function findingCommand(
  step: Step,
  part: FindingPart,
  kind: FindingKind,
  visitors: readonly StaffActor[],
  serial: number,
): ItemCommand & { type: 'file_finding' } {
  return {
    type: 'file_finding',
    findingId: `finding-${serial}`,
    part,
    kind,
    isResolved: step.verdict < 75,
    isFalseRequest: step.verdict % 5 === 0,
    text: '',
    complaintId:
      kind === 'callback' ? pick(['complaint-1', 'complaint-1', 'complaint-2', null], step.verdict) : null,
    visit:
      part === 'C' && step.verdict % 7 > 0
        ? { on: '2026-10-21', place: 'Hall', inspectorIds: visitors.map((one) => one.staffId) }
        : null,
  };
}
