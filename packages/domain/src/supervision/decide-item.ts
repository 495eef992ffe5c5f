import { dueDate, endOf, isPast, localDateOf } from '../calendar/index.ts';
import { happened, refused } from '../decision.ts';
import { assignItem } from './assign-item.ts';
import { answerDirective, giveDirective } from './directive.ts';
import { disputeMeasure, ruleOnDispute } from './dispute-measure.ts';
import { assessCooperation } from './cooperation.ts';
import { disposeItem } from './dispose-item.ts';
import { besideOf } from './double-supervision.ts';
import { escalateItem } from './escalate-item.ts';
import { evolveItem } from './evolve-item.ts';
import { decideExtension, requestExtension } from './extend-item.ts';
import { fileFinding } from './file-finding.ts';
import { mayCommandItem } from './item-authority.ts';
import type { ItemCommand } from './item-command.ts';
import { itemCrossingKey, newCrossings } from './item-deadlines.ts';
import type { ItemContext, ItemDecision } from './item-decision.ts';
import type { ItemEvent } from './item-event.ts';
import {
  recomputeAwaitedDues,
  recomputeInterruptedDues,
  recomputeProvisionalDues,
} from './recompute-item-dues.ts';
import { isWithDepartments, isWithTheOffice } from './item-parts.ts';
import { backFromWait, isOver, isWaitUntil } from './item-wait.ts';
import { personsOf, SYSTEM, unitsOf } from '../people/actor.ts';
import { isLawfulForItem } from './lawful-commands.ts';
import { inquire, lookBack } from './look-back.ts';
import { nearDeadlines } from './near-deadlines.ts';
import { nextReportDue } from './next-report-due.ts';
import { givePublicNotice, objectToNotice, ruleOnNoticeObjection } from './public-notice.ts';
import { rejectReport } from './reject-report.ts';
import { reportProgress } from './report-progress.ts';
import { returnItem } from './return-item.ts';
import { concernedDepartmentIds, type SupervisionItem, type Wait } from './supervision-item.ts';
import { formTeam } from './team.ts';
import { holdMeeting, recordVisit } from './visit-and-meeting.ts';

/**
 * What a command does to an item in its present state, or the rule that refuses it. A command that ends a deadline first
 * writes what it had crossed, and one by which a date that is over runs again writes that, so that no crossing depends on when
 * the deadlines were last looked through; one that brings the item back to the departments is followed by their new dates.
 */
export function decideItem(state: SupervisionItem, command: ItemCommand, context: ItemContext): ItemDecision {
  for (const complete of [completeWait, completeSilence]) {
    const events = complete(state, command, context);
    if (events.length === 0) continue;
    const decision = decideItem(events.reduce<SupervisionItem>(evolveItem, state), command, context);
    return decision.ok ? { ok: true, events: [...events, ...decision.events] } : decision;
  }
  const decision = decide(state, command, context);
  if (!decision.ok || command.type === 'cross_deadlines') return decision;
  const after = decision.events.reduce<SupervisionItem>(evolveItem, state);
  const isBack = ['resume', 'send_to_rework', 'take_up_again'].includes(command.type);
  const isDecided = ['decide_extension', 'rule_on_dispute'].includes(command.type);
  return {
    ok: true,
    events: [
      ...endedCrossings(state, after, context),
      ...decision.events,
      ...(isBack ? recomputeInterruptedDues(after, context) : []),
      ...(isDecided ? broughtCrossings(state, after, context) : []),
    ],
  };
}

/** What a decision itself made late: a date that did not run while it was waited for, and is over now. */
function broughtCrossings(before: SupervisionItem, after: SupervisionItem, context: ItemContext) {
  const crossed = (item: SupervisionItem) =>
    newCrossings(item, context.now, context.calendar, context.deadlines.lateStep);
  const known = new Set(crossed(before).map(itemCrossingKey));
  return crossed(after).filter((crossing) => !known.has(itemCrossingKey(crossing)));
}

/** The end of a wait for the complainant that nobody has noticed yet: the command finds the clocks as they ran on since. */
function completeWait(
  state: SupervisionItem,
  { type }: ItemCommand,
  context: ItemContext,
): readonly ItemEvent[] {
  if (state.wait === null || !isOver(state.wait.until, context.now) || type === 'resume_clocks') return [];
  return isLawfulForItem(state.status, 'resume_clocks') ? resumedClocks(state, state.wait, context) : [];
}

/** The clocks run on, with the dates that follow from it. */
function resumedClocks(state: SupervisionItem, wait: Wait, context: ItemContext): readonly ItemEvent[] {
  const backAt = backFromWait(wait, context.now);
  const event: ItemEvent = { type: 'ClocksResumed', at: context.now, backAt };
  return [event, ...recomputeAwaitedDues(evolveItem(state, event), backAt, context)];
}

/**
 * The signature by silence where its date has passed and nobody has looked yet, for a command that only a signed item knows: it
 * finds the item as it would have, had the clock been looked at in time. Empty otherwise.
 */
function completeSilence(
  state: SupervisionItem,
  { type }: ItemCommand,
  context: ItemContext,
): readonly ItemEvent[] {
  if (state.status !== 'assigned') return [];
  if (isLawfulForItem('assigned', type) || !isLawfulForItem('signed', type)) return [];
  const signed = decideItem(state, { type: 'sign_in_silence' }, { ...context, actor: SYSTEM });
  return signed.ok ? signed.events : [];
}

function decide(state: SupervisionItem, command: ItemCommand, context: ItemContext): ItemDecision {
  if (!mayCommandItem(context.actor, state, command)) return refused('not_authorised');
  const illegal = refused('illegal_move', { status: state.status, command: command.type });
  if (!isLawfulForItem(state.status, command.type)) return illegal;
  const { actor, now: at, calendar, deadlines } = context;
  if (isOwnCase(actor, state, command, context)) return refused('decider_concerned');
  switch (command.type) {
    case 'countersign':
      if (actor.kind !== 'staff') return refused('not_authorised');
      if (personsOf(actor).includes(state.proposedBy)) return refused('countersigned_by_proposer');
      return countersigned(state, command.doubleReason, actor.staffId, context);
    case 'link_complaint': {
      const { complaintId } = command;
      if (state.complaintIds.includes(complaintId)) return refused('already_linked');
      return happened({ type: 'ComplaintLinked', at, complaintId });
    }
    case 'assign':
      if (state.status === 'returned' && state.returns >= deadlines.maxReturns)
        return refused('must_be_designated');
      return assignItem(state, command, false, context);
    case 'designate':
      return assignItem(state, command, true, context);
    case 'sign':
      return happened({ type: 'ItemSigned', at, isSilent: false, nextReportDue: nextReportDue(context) });
    case 'sign_in_silence': {
      if (state.status !== 'assigned') return illegal;
      const { signDue } = state.assignment;
      if (state.wait !== null || signDue.provisional || !isPast(signDue, at)) return refused('not_due_yet');
      // Silence is complete when the date has passed, however late that is noticed.
      const silentSince = { ...context, now: endOf(signDue) };
      return happened({ type: 'ItemSigned', at, isSilent: true, nextReportDue: nextReportDue(silentSince) });
    }
    case 'return':
      return state.status === 'assigned' ? returnItem(state, command, context) : illegal;
    case 'rule_on_return': {
      const signDue = dueDate({ start: at, workingDays: deadlines.signFor, calendar }).due;
      const { ruling, text, precedent, departure } = command;
      const rest = precedent === undefined ? {} : { precedent, departure: departure ?? '' };
      return happened({ type: 'ReturnRuled', at, ruling, text, signDue, ...rest });
    }
    case 'report_progress':
      if (actor.kind !== 'staff') return refused('not_authorised');
      return isWithDepartments(state) ? reportProgress(state, command, actor, context) : illegal;
    case 'complete_measure': {
      const measure = state.measures.find((one) => one.id === command.measureId);
      if (!measure) return refused('unknown_measure');
      if (measure.completedAt !== null) return refused('measure_already_completed');
      if (measure.dispute !== undefined) return refused('measure_disputed');
      const { measureId, evidence, explanation = '' } = command;
      const isLate = measure.dueOn < localDateOf(at);
      if (isLate && explanation === '') return refused('explanation_needed');
      return happened({
        type: 'MeasureCompleted',
        at,
        measureId,
        evidence,
        departmentId: measure.departmentId,
        ...(isLate ? { explanation } : {}),
      });
    }
    case 'dispute_measure':
      if (actor.kind !== 'staff') return refused('not_authorised');
      return isWithDepartments(state) ? disputeMeasure(state, command, actor, context) : illegal;
    case 'rule_on_dispute':
      if (actor.kind !== 'staff') return refused('not_authorised');
      return isWithDepartments(state) ? ruleOnDispute(state, command, actor, context) : illegal;
    case 'request_strike_off': {
      if (actor.kind !== 'staff') return refused('not_authorised');
      const open = state.measures.filter((measure) => measure.completedAt === null).length;
      if (open > 0) return refused('measures_open', { open });
      return happened({ type: 'StrikeOffRequested', at, by: actor.staffId, claim: command.claim });
    }
    case 'open_verification': {
      const { inspectorId, inspectorDepartmentId } = command;
      if (recusedDepartmentIds(state, context).includes(inspectorDepartmentId))
        return refused('inspector_concerned');
      const { due } = dueDate({ start: at, workingDays: deadlines.verification, calendar });
      return happened({ type: 'VerificationOpened', at, inspectorId, due });
    }
    case 'file_finding':
      if (actor.kind !== 'staff') return refused('not_authorised');
      return state.status === 'verifying' ? fileFinding(state, command, actor, context) : illegal;
    case 'strike_off':
    case 'watch':
    case 'make_long_running':
    case 'refer_up':
    case 'send_to_rework':
      return state.status === 'verifying' ? disposeItem(state, command, context) : illegal;
    case 'take_up_again':
      return happened({
        type: 'ItemTakenUpAgain',
        at,
        reason: command.reason,
        nextReportDue: nextReportDue(context),
      });
    case 'suspend':
      if (command.reviewOn <= localDateOf(at)) return refused('date_in_the_past');
      return happened({ type: 'ItemSuspended', at, reason: command.reason, reviewOn: command.reviewOn });
    case 'resume':
      return happened({ type: 'ItemResumed', at, reason: command.reason });
    case 'record_rebound':
      return happened({ type: 'ItemRebounded', at, reason: command.reason });
    case 'reject_report':
      return isWithDepartments(state) ? rejectReport(state, command, context) : illegal;
    case 'request_extension':
      if (actor.kind !== 'staff') return refused('not_authorised');
      return isWithDepartments(state) ? requestExtension(state, command, actor, context) : illegal;
    case 'decide_extension':
      if (actor.kind !== 'staff') return refused('not_authorised');
      return isWithDepartments(state) ? decideExtension(state, command, actor, context) : illegal;
    case 'give_directive':
      return actor.kind === 'staff'
        ? giveDirective(state, command, actor, context)
        : refused('not_authorised');
    case 'answer_directive':
      return actor.kind === 'staff'
        ? answerDirective(state, command, actor, context)
        : refused('not_authorised');
    case 'form_team':
      return actor.kind === 'staff' ? formTeam(state, command, actor, context) : refused('not_authorised');
    case 'record_visit':
      return recordVisit(state, command, context);
    case 'hold_meeting':
      return isWithDepartments(state) ? holdMeeting(state, command, context) : illegal;
    case 'assess_cooperation':
      if (actor.kind !== 'staff') return refused('not_authorised');
      return assessCooperation(state, command, actor, context);
    case 'give_public_notice':
      if (actor.kind !== 'staff') return refused('not_authorised');
      return state.status === 'verifying' ? givePublicNotice(state, command, actor, context) : illegal;
    case 'object_to_notice':
      return state.status === 'verifying' ? objectToNotice(state, command, context) : illegal;
    case 'rule_on_notice_objection':
      if (actor.kind !== 'staff') return refused('not_authorised');
      return state.status === 'verifying' ? ruleOnNoticeObjection(state, command, actor, context) : illegal;
    case 'look_back':
      if (actor.kind !== 'staff') return refused('not_authorised');
      return state.status === 'struck_off' ? lookBack(state, command, actor, context) : illegal;
    case 'inquire':
      if (actor.kind !== 'staff') return refused('not_authorised');
      return isWithTheOffice(state) ? inquire(state, command, actor, context) : illegal;
    case 'cross_deadlines': {
      const events = newCrossings(state, at, calendar, deadlines.lateStep);
      return events.length === 0 ? refused('already_crossed') : { ok: true, events };
    }
    case 'near_deadlines':
      return nearDeadlines(state, context);
    case 'escalate':
      return escalateItem(state, command.posts, context);
    case 'recompute_due': {
      const events = recomputeProvisionalDues(state, context);
      return events.length === 0 ? refused('due_unchanged') : { ok: true, events };
    }
    case 'pause_clocks': {
      const { until } = command;
      if (isWaitUntil(state, until)) return refused('due_unchanged');
      if (isOver(until, at)) return refused('date_in_the_past');
      return happened({ type: 'ClocksPaused', at, until });
    }
    case 'resume_clocks':
      if (state.wait === null) return refused('due_unchanged');
      return { ok: true, events: resumedClocks(state, state.wait, context) };
    default: {
      const never: never = command;
      throw new TypeError(`unknown command ${JSON.stringify(never)}`);
    }
  }
}

function countersigned(
  state: SupervisionItem,
  doubleReason: string | undefined,
  by: string,
  { now: at, doubles }: ItemContext,
): ItemDecision {
  const beside = besideOf(doubles, state.besideIds, doubleReason);
  return beside.ok ? happened({ type: 'ItemRegistered', at, by, ...beside.said }) : beside;
}

/** What the office decides about a case is not decided by a department concerned, whatever other role its people hold. */
const DECISIONS: readonly ItemCommand['type'][] = [
  ...(['rule_on_return', 'open_verification', 'strike_off', 'watch', 'make_long_running'] as const),
  ...(['refer_up', 'send_to_rework', 'take_up_again', 'record_rebound'] as const),
  ...(['rule_on_dispute', 'reject_report', 'decide_extension', 'form_team'] as const),
  ...(['record_visit', 'look_back', 'inquire', 'give_public_notice'] as const),
  'rule_on_notice_objection',
];

function isOwnCase(
  actor: ItemContext['actor'],
  state: SupervisionItem,
  { type }: ItemCommand,
  context: ItemContext,
): boolean {
  if (actor.kind !== 'staff' || !DECISIONS.includes(type)) return false;
  const recused = recusedDepartmentIds(state, context);
  return unitsOf(actor).some((unit) => recused.includes(unit));
}

/** Departments whose people step aside: those with a duty in the item, and those complained about. */
function recusedDepartmentIds(
  state: SupervisionItem,
  { complainedAboutIds }: Pick<ItemContext, 'complainedAboutIds'>,
): readonly string[] {
  return [...concernedDepartmentIds(state), ...complainedAboutIds];
}

/** Crossings not yet written of deadlines that the command ends, or hands to another department. */
function endedCrossings(
  before: SupervisionItem,
  after: SupervisionItem,
  { now, calendar, deadlines }: ItemContext,
): readonly ItemEvent[] {
  const crossed = newCrossings(before, now, calendar, deadlines.lateStep);
  if (crossed.length === 0) return [];
  const stillToCome = newCrossings(after, now, calendar, deadlines.lateStep);
  return crossed.filter(
    (crossing) =>
      !stillToCome.some(
        (other) =>
          itemCrossingKey(other) === itemCrossingKey(crossing) &&
          other.departmentId === crossing.departmentId,
      ),
  );
}
