import { addDays, localDateOf, type Instant } from '../../calendar/index.ts';
import type { StaffActor } from '../../people/actor.ts';
import { ITEM_COMMANDS, type ItemCommand, type ItemCommandType } from '../../supervision/item-command.ts';
import type { FindingKind, FindingPart, SupervisionItem } from '../../supervision/supervision-item.ts';
import { COOPERATING, LEAD, STRANGER } from '../people.ts';
import { inspectors } from './people.ts';
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
      };
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
    case 'watch':
      return { type, focus: reason, reviewOn: later };
    case 'make_long_running':
      return { type, plan: reason };
    case 'refer_up':
      return { type, brief: reason, to: 'Province' };
    case 'suspend':
      return { type, reason, reviewOn: later };
    case 'send_to_rework':
    case 'take_up_again':
    case 'resume':
    case 'record_rebound':
      return { type, reason };
    case 'countersign':
    case 'sign':
    case 'sign_in_silence':
    case 'strike_off':
    case 'cross_deadlines':
    case 'recompute_due':
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
