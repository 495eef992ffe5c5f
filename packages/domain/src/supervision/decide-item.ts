import {
  addDays,
  dueDate,
  heartbeatDue,
  isPast,
  localDateOf,
  recomputeProvisional,
  type Due,
  type Instant,
  type WorkingCalendar,
} from '../calendar/index.ts';
import { happened, refused, type Decision } from '../decision.ts';
import type { Actor, StaffActor } from '../people/actor.ts';
import { hasRole } from '../people/actor.ts';
import type { DeadlinePolicy } from '../policy/deadline-policy.ts';
import { independenceRefusal, mayStrikeOff, verificationStateOf, type IndependenceRefusal } from './dual-verification.ts';
import { mayCommandItem } from './item-authority.ts';
import type { AssignItem, ItemCommand, ProposeItem } from './item-command.ts';
import { newCrossings } from './item-deadlines.ts';
import type { ItemEvent } from './item-event.ts';
import { isLawfulForItem } from './lawful-commands.ts';
import { concernedDepartmentIds, type Finding, type SupervisionItem, type Verifying } from './supervision-item.ts';

export type ItemContext = {
  readonly actor: Actor;
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  readonly deadlines: DeadlinePolicy;
  /** Whether a complainant can still be called back for the second finding; otherwise an assessor corroborates. */
  readonly isCallbackPossible: boolean;
};

export type ItemRefusal =
  | 'not_authorised'
  | 'illegal_move'
  | 'countersigned_by_proposer'
  | 'lead_also_cooperates'
  | 'measure_of_stranger'
  | 'measure_after_deadline'
  | 'no_measures'
  | 'already_linked'
  | 'designated_cannot_be_returned'
  | 'returned_too_often'
  | 'return_too_late'
  | 'must_be_designated'
  | 'not_due_yet'
  | 'percent_out_of_range'
  | 'unknown_measure'
  | 'measure_already_completed'
  | 'measures_open'
  | 'inspector_concerned'
  | 'not_the_inspector'
  | 'part_already_filed'
  | 'no_disagreement'
  | 'visit_needed'
  | 'visit_needs_two'
  | 'callback_first'
  | 'callback_not_linked'
  | 'kind_does_not_fit_part'
  | 'two_findings_needed'
  | 'findings_agree_resolved'
  | 'date_in_the_past'
  | 'already_crossed'
  | 'due_unchanged'
  | IndependenceRefusal;

export type ItemDecision = Decision<ItemEvent, ItemRefusal>;

/**
 * Opens an item. A normal one is registered at once; a key or listed one waits for a second signature.
 */
export function proposeItem(
  command: ProposeItem,
  { actor, now: at, deadlines }: Pick<ItemContext, 'actor' | 'now' | 'deadlines'>,
): ItemDecision {
  if (!hasRole(actor, 'triage_admin', 'leader')) return refused('not_authorised');
  const { type: _, ...data } = command;
  const proposed: ItemEvent = { type: 'ItemProposed', at, ...data, proposedBy: actor.staffId, deadlineVersion: deadlines.version };
  if (command.importance !== 'normal') return happened(proposed);
  return happened<ItemEvent>(proposed, { type: 'ItemRegistered', at, by: actor.staffId });
}

/** What a command does to an item in its present state, or the rule that refuses it. */
export function decideItem(state: SupervisionItem, command: ItemCommand, context: ItemContext): ItemDecision {
  if (!mayCommandItem(context.actor, state, command)) return refused('not_authorised');
  if (!isLawfulForItem(state.status, command.type))
    return refused('illegal_move', { status: state.status, command: command.type });
  const { actor, now: at, calendar, deadlines } = context;
  switch (command.type) {
    case 'countersign':
      if (actor.kind === 'staff' && actor.staffId === state.proposedBy) return refused('countersigned_by_proposer');
      return happened({ type: 'ItemRegistered', at, by: staffIdOf(actor) });
    case 'link_complaint': {
      const { complaintId } = command;
      if (state.complaintIds.includes(complaintId)) return refused('already_linked');
      return happened({ type: 'ComplaintLinked', at, complaintId });
    }
    case 'assign':
      if (state.returns >= deadlines.maxReturns && state.status === 'returned') return refused('must_be_designated');
      return assign(command, false, context);
    case 'designate':
      return assign(command, true, context);
    case 'sign':
      return happened({ type: 'ItemSigned', at, isSilent: false, nextReportDue: nextReport(context) });
    case 'sign_in_silence': {
      const crossed = newCrossings(state, at, calendar, deadlines.lateStep);
      if (state.status !== 'assigned' || !isPast(state.assignment.signDue, at)) return refused('not_due_yet');
      return happened<ItemEvent>(...crossed, { type: 'ItemSigned', at, isSilent: true, nextReportDue: nextReport(context) });
    }
    case 'return': {
      if (state.status !== 'assigned') return refused('illegal_move', { status: state.status, command: 'return' });
      if (state.assignment.isDesignated) return refused('designated_cannot_be_returned');
      if (state.returns >= deadlines.maxReturns) return refused('returned_too_often', { most: deadlines.maxReturns });
      const until = dueDate({ start: state.assignedAt, workingDays: deadlines.returnWithin, calendar }).due;
      if (isPast(until, at)) return refused('return_too_late', { until: until.date });
      return happened({ type: 'ItemReturned', at, reason: command.reason, legalBasis: command.legalBasis });
    }
    case 'rule_on_return': {
      const signDue = dueDate({ start: at, workingDays: deadlines.signFor, calendar }).due;
      return happened({ type: 'ReturnRuled', at, ruling: command.ruling, text: command.text, signDue });
    }
    case 'report_progress':
      return reportProgress(state, command, context);
    case 'complete_measure': {
      const measure = state.measures.find((one) => one.id === command.measureId);
      if (!measure) return refused('unknown_measure');
      if (measure.completedAt !== null) return refused('measure_already_completed');
      const { measureId, evidence } = command;
      return happened({ type: 'MeasureCompleted', at, measureId, evidence, departmentId: measure.departmentId });
    }
    case 'request_strike_off': {
      const open = state.measures.filter((measure) => measure.completedAt === null).length;
      if (open > 0) return refused('measures_open', { open });
      return happened({ type: 'StrikeOffRequested', at, by: staffIdOf(actor), claim: command.claim });
    }
    case 'open_verification': {
      const { inspectorId, inspectorDepartmentId } = command;
      if (concernedDepartmentIds(state).includes(inspectorDepartmentId)) return refused('inspector_concerned');
      const { due } = dueDate({ start: at, workingDays: deadlines.verification, calendar });
      return happened({ type: 'VerificationOpened', at, inspectorId, due });
    }
    case 'file_finding':
      return fileFinding(state as Verifying, command, context);
    case 'strike_off': {
      if (!mayStrikeOff(state) || state.status !== 'verifying') return refused('two_findings_needed');
      const isOnTime = !isPast(state.assignment.deadline, state.requestedAt);
      return happened({ type: 'ItemStruckOff', at, isOnTime, departmentId: state.assignment.leadDepartmentId });
    }
    case 'watch': {
      if (!hasTwoFindings(state)) return refused('two_findings_needed');
      if (command.reviewOn <= localDateOf(at)) return refused('date_in_the_past');
      return happened({ type: 'ItemWatched', at, focus: command.focus, reviewOn: command.reviewOn });
    }
    case 'make_long_running': {
      if (!hasTwoFindings(state)) return refused('two_findings_needed');
      return happened({ type: 'ItemMadeLongRunning', at, plan: command.plan, inquiryOn: addDays(localDateOf(at), 30) });
    }
    case 'refer_up':
      if (!hasTwoFindings(state)) return refused('two_findings_needed');
      return happened({ type: 'ItemReferredUp', at, brief: command.brief, to: command.to });
    case 'send_to_rework': {
      if (state.status !== 'verifying' || !hasTwoFindings(state)) return refused('two_findings_needed');
      if (verificationStateOf(state.findings) === 'agreed_resolved') return refused('findings_agree_resolved');
      const agreedUnresolved = verificationStateOf(state.findings) === 'agreed_unresolved';
      const isFalseRequest = agreedUnresolved && state.findings.some((finding) => finding.isFalseRequest);
      const departmentId = state.assignment.leadDepartmentId;
      const nextReportDue = nextReport(context);
      return happened({ type: 'ItemSentToRework', at, reason: command.reason, isFalseRequest, departmentId, nextReportDue });
    }
    case 'take_up_again':
      return happened({ type: 'ItemTakenUpAgain', at, reason: command.reason, nextReportDue: nextReport(context) });
    case 'suspend':
      if (command.reviewOn <= localDateOf(at)) return refused('date_in_the_past');
      return happened({ type: 'ItemSuspended', at, reason: command.reason, reviewOn: command.reviewOn });
    case 'resume':
      return happened({ type: 'ItemResumed', at, reason: command.reason });
    case 'record_rebound':
      return happened({ type: 'ItemRebounded', at, reason: command.reason });
    case 'cross_deadlines': {
      const events = newCrossings(state, at, calendar, deadlines.lateStep);
      return events.length === 0 ? refused('already_crossed') : { ok: true, events };
    }
    case 'recompute_due': {
      if (!('assignment' in state)) return refused('due_unchanged');
      const before = state.assignment.deadline;
      const { moved, due } = recomputeProvisional(state.assignment.clock, before, calendar);
      return moved ? happened({ type: 'DueDateRecomputed', at, before, due }) : refused('due_unchanged');
    }
    default: {
      const never: never = command;
      throw new TypeError(`unknown command ${JSON.stringify(never)}`);
    }
  }
}

function staffIdOf(actor: Actor): string {
  return actor.kind === 'staff' ? actor.staffId : '';
}

function nextReport({ now, calendar, deadlines }: ItemContext): Due {
  return heartbeatDue(localDateOf(now), calendar, deadlines.heartbeatCalendarDays);
}

function assign(command: AssignItem, isDesignated: boolean, { now: at, calendar, deadlines }: ItemContext): ItemDecision {
  const { leadDepartmentId, cooperatingDepartmentIds, measures, clock } = command;
  if (cooperatingDepartmentIds.includes(leadDepartmentId)) return refused('lead_also_cooperates');
  if (measures.length === 0) return refused('no_measures');
  const participants = [leadDepartmentId, ...cooperatingDepartmentIds];
  if (measures.some((measure) => !participants.includes(measure.departmentId))) return refused('measure_of_stranger');
  const deadline = dueDate({ ...clock, calendar }).due;
  if (measures.some((measure) => measure.dueOn > deadline.date))
    return refused('measure_after_deadline', { deadline: deadline.date });
  if (measures.some((measure) => measure.dueOn < localDateOf(at))) return refused('date_in_the_past');
  const signDue = dueDate({ start: at, workingDays: deadlines.signFor, calendar }).due;
  return happened({
    type: 'ItemAssigned',
    at,
    assignment: { leadDepartmentId, cooperatingDepartmentIds, clock, deadline, signDue, isDesignated },
    measures: measures.map((measure) => ({ ...measure, completedAt: null, evidence: '' })),
  });
}

function reportProgress(
  state: SupervisionItem,
  command: ItemCommand & { type: 'report_progress' },
  context: ItemContext,
): ItemDecision {
  const { now: at } = context;
  const { departmentId, staffId } = context.actor as StaffActor;
  const { reportId: id, text, percent, obstacles, nextStep } = command;
  if (!Number.isInteger(percent) || percent < 0 || percent > 100) return refused('percent_out_of_range');
  const last = state.reports.filter((report) => report.departmentId === departmentId).at(-1);
  const hasProgress = state.measures.some(
    (measure) => last !== undefined && measure.completedAt !== null && measure.completedAt > last.at,
  );
  const hasSubstance = last === undefined || hasProgress || last.text.trim() !== text.trim();
  const report = { id, at, departmentId, staffId, text, percent, obstacles, nextStep, hasSubstance };
  return happened({ type: 'ProgressReported', at, report, nextReportDue: nextReport(context) });
}

function fileFinding(
  state: Verifying,
  command: ItemCommand & { type: 'file_finding' },
  { actor, now: at, isCallbackPossible }: ItemContext,
): ItemDecision {
  const { staffId, departmentId } = actor as StaffActor;
  const { type: _, findingId: id, part, kind, ...rest } = command;
  const fits = { A: ['verification'], B: ['callback', 'corroboration'], C: ['third_check'] }[part].includes(kind);
  if (!fits) return refused('kind_does_not_fit_part');
  if (state.findings.some((finding) => finding.part === part)) return refused('part_already_filed');
  if (part === 'A' && staffId !== state.inspectorId) return refused('not_the_inspector');
  if (kind === 'corroboration' && isCallbackPossible) return refused('callback_first');
  if (kind === 'callback' && (command.complaintId === null || !state.complaintIds.includes(command.complaintId)))
    return refused('callback_not_linked');
  if (part === 'C') {
    if (verificationStateOf(state.findings) !== 'awaiting_third') return refused('no_disagreement');
    if (command.visit === null) return refused('visit_needed');
    if (new Set(command.visit.inspectorIds).size < 2) return refused('visit_needs_two');
  }
  const dependent = independenceRefusal(state, { staffId, departmentId }, part);
  if (dependent) return { ok: false, refusal: dependent };
  const finding: Finding = { ...rest, id, part, kind, at, staffId, departmentId };
  return happened({ type: 'FindingFiled', at, finding });
}

/** A and B are filed, whatever they say; a disagreement without its third check is open. */
function hasTwoFindings(state: SupervisionItem): boolean {
  return state.status === 'verifying' && verificationStateOf(state.findings).startsWith('agreed');
}
