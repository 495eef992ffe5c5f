import { localDateOf, type Instant } from '../../calendar/index.ts';
import type { BulletinMonth } from '../../bulletin/bulletin-month.ts';
import { happened, refused, type Decision } from '../../decision.ts';
import { hasRole, personsOf, type Actor, type StaffActor } from '../../people/actor.ts';
import type { IndicatorPolicy } from '../../policy/indicator-policy.ts';
import { definitionFault } from './definition-fault.ts';
import {
  countedResult,
  currentVersion,
  isDueMonth,
  isInForce,
  isUsedIn,
  ownerIdsOf,
  type Indicator,
  type IndicatorInForce,
  type IndicatorResult,
} from './indicator.ts';
import {
  BEFORE_RETIREMENT,
  hasDraft,
  isKeptFrom,
  LAWFUL_INDICATOR_COMMANDS,
  mayCommandIndicator,
} from './indicator-authority.ts';
import type { DraftIndicatorCommand, IndicatorCommand, IndicatorRefusal } from './indicator-command.ts';
import type { EnteredResult, IndicatorEvent } from './indicator-event.ts';
import { verdictOf } from './jury.ts';
import { progressOf } from './progress-light.ts';

export type IndicatorContext = {
  readonly actor: Actor;
  readonly now: Instant;
  readonly policy: IndicatorPolicy;
  /** Departments of the jurors that a definition names, so that none is of an owner. */
  readonly unitsOfJurors?: readonly (readonly string[])[];
  /** Whether the score sheet of the period that a month falls into is frozen. */
  readonly isPeriodFrozen?: boolean;
};
export type IndicatorDecision = Decision<IndicatorEvent, IndicatorRefusal>;

/** Begins an indicator as a draft. */
export function draftIndicator(
  { type: _, ...draft }: DraftIndicatorCommand,
  context: IndicatorContext,
): IndicatorDecision {
  const { actor, now: at } = context;
  if (!hasRole(actor, 'appraisal_admin')) return refused('not_authorised');
  const fault = faultOf(draft.definition, context);
  return fault === null
    ? happened({ type: 'IndicatorDrafted', at, ...draft, by: actor.staffId })
    : refused(fault);
}

/** What a command on an indicator comes to. */
export function decideIndicator(
  state: Indicator,
  command: IndicatorCommand,
  context: IndicatorContext,
): IndicatorDecision {
  const { actor, now: at } = context;
  if (!mayCommandIndicator(actor, state, command.type))
    return refused(command.type === 'give_jury_score' ? 'not_a_juror' : 'not_authorised');
  if (isKeptFrom(actor, state, command.type)) return refused('decider_concerned');
  if (!LAWFUL_INDICATOR_COMMANDS[state.status].includes(command.type))
    return refused('illegal_indicator_step');
  if (isInForce(state) && state.retired !== undefined && BEFORE_RETIREMENT.includes(command.type))
    return refused('indicator_retired', { month: state.retired.from });
  if (command.type === 'enter_result') return enterResult(state as IndicatorInForce, command, context);
  if (actor.kind !== 'staff') return refused('not_authorised');
  const by = actor.staffId;
  switch (command.type) {
    case 'edit': {
      const { definition, reason } = command;
      if (isInForce(state) && reason === '') return refused('indicator_reason_missing');
      const fault = faultOf(definition, context);
      if (fault !== null) return refused(fault);
      return happened({ type: 'IndicatorEdited', at, definition, reason, by });
    }
    case 'withdraw_draft':
      if (!hasDraft(state)) return refused('nothing_drafted');
      return happened({ type: 'IndicatorDraftWithdrawn', at, reason: command.reason, by });
    case 'publish': {
      if (!hasDraft(state)) return refused('nothing_drafted');
      const nth = isInForce(state) ? currentVersion(state).nth + 1 : 1;
      return happened({ type: 'IndicatorPublished', at, nth, by });
    }
    case 'freeze':
      if (hasDraft(state)) return refused('illegal_indicator_step');
      return happened({ type: 'IndicatorFrozen', at, by });
    case 'retire':
      return isInForce(state) ? retire(state, command, by, context) : refused('illegal_indicator_step');
    default:
      return isInForce(state)
        ? decideResult(state, command, actor, context)
        : refused('illegal_indicator_step');
  }
}

type ResultCommand = Extract<
  IndicatorCommand,
  { type: 'confirm_result' | 'send_back_result' | 'give_jury_score' | 'close_jury' | 'open_item' }
>;

function decideResult(
  state: IndicatorInForce,
  command: ResultCommand,
  actor: StaffActor,
  context: IndicatorContext,
): IndicatorDecision {
  const { now: at } = context;
  const by = actor.staffId;
  switch (command.type) {
    case 'confirm_result':
      return confirmResult(state, command.resultId, actor, context);
    case 'send_back_result': {
      const { resultId, reason } = command;
      const waiting = waitingResult(state, resultId);
      if (!waiting.ok) return waiting;
      return happened({ type: 'ResultSentBack', at, resultId, reason, by });
    }
    case 'give_jury_score': {
      const { month, centipoints, remark } = command;
      const fault = monthFault(state, month, context);
      if (fault !== null) return fault;
      const jurors = jurorsOf(state);
      const jurorId = personsOf(actor).find((person) => jurors.includes(person)) ?? by;
      const before = state.juryScores.find((one) => one.month === month && one.jurorId === jurorId);
      if (before?.centipoints === centipoints && before.remark === remark) return happened();
      const score = { month, jurorId, centipoints, remark };
      return happened({ type: 'JuryScoreGiven', at, score, by });
    }
    case 'close_jury': {
      const { id, month, evidence, reason } = command;
      if (currentVersion(state).definition.method.kind !== 'jury') return refused('indicator_without_jury');
      const fault = monthFault(state, month, context);
      if (fault !== null) return fault;
      const scores = state.juryScores.filter(
        (one) => one.month === month && jurorsOf(state).includes(one.jurorId),
      );
      const verdict = verdictOf(
        scores.map(({ centipoints }) => centipoints),
        context.policy,
      );
      if (verdict === null)
        return refused('jury_incomplete', { given: scores.length, least: context.policy.jurorsLeast });
      const value = verdict.mean * 100;
      return entered(state, { id, month, value, evidence, reason, way: 'jury', client: '' }, by, at);
    }
    case 'open_item': {
      const { month, departmentId, itemId, number } = command;
      if (!ownerIdsOf(currentVersion(state).definition).includes(departmentId))
        return refused('not_an_owner');
      if (countedResult(state, month)?.light !== 'red') return refused('no_red_light');
      const opened = state.items.find((one) => one.month === month && one.departmentId === departmentId);
      if (opened !== undefined) return refused('indicator_has_item', { number: opened.number });
      const item = { id: itemId, number, month, departmentId };
      return happened({ type: 'IndicatorItemOpened', at, item, by });
    }
  }
}

/** From a month on that has no result yet and whose period is open; nothing that was entered is touched. */
function retire(
  state: IndicatorInForce,
  { month, reason }: Extract<IndicatorCommand, { type: 'retire' }>,
  by: string,
  { now: at, isPeriodFrozen = false }: IndicatorContext,
): IndicatorDecision {
  if (hasDraft(state)) return refused('indicator_has_draft');
  if (Number(month.slice(0, 4)) !== state.year) return refused('month_not_due', { month });
  if (isPeriodFrozen) return refused('month_frozen', { month });
  const later = state.results.find((one) => one.month >= month && standingResult(state, one.month) !== null);
  if (later !== undefined) return refused('indicator_has_later_result', { month: later.month });
  return happened({ type: 'IndicatorRetired', at, from: month, reason, by });
}

function enterResult(
  state: IndicatorInForce,
  { type: _, ...result }: Extract<IndicatorCommand, { type: 'enter_result' }>,
  context: IndicatorContext,
): IndicatorDecision {
  const { actor, now: at } = context;
  if (currentVersion(state).definition.method.kind === 'jury') return refused('indicator_scored_by_jury');
  const fault = monthFault(state, result.month, context);
  if (fault !== null) return fault;
  return entered(state, result, actor.kind === 'staff' ? actor.staffId : null, at);
}

/** The same figure again changes nothing; another one corrects it, and says why. */
function entered(
  state: IndicatorInForce,
  result: Omit<EnteredResult, 'nth'>,
  by: string | null,
  at: Instant,
): IndicatorDecision {
  const ofMonth = state.results.filter(({ month }) => month === result.month);
  const standing = standingResult(state, result.month);
  if (standing?.value === result.value && standing.evidence === result.evidence) return happened();
  if (standing !== null && result.reason === '')
    return refused('correction_without_reason', { month: result.month });
  return happened({ type: 'ResultEntered', at, result: { ...result, nth: ofMonth.length + 1 }, by });
}

/** The newest result of a month that was not sent back. */
export function standingResult(
  { results }: Pick<IndicatorInForce, 'results'>,
  month: BulletinMonth,
): IndicatorResult | null {
  return (
    results.findLast(
      (one) => one.month === month && (one.state === 'entered' || one.state === 'confirmed'),
    ) ?? null
  );
}

function confirmResult(
  state: IndicatorInForce,
  resultId: string,
  actor: StaffActor,
  { now: at, policy, isPeriodFrozen = false }: IndicatorContext,
): IndicatorDecision {
  const waiting = waitingResult(state, resultId);
  if (!waiting.ok) return waiting;
  const { month, value, enteredBy } = waiting.result;
  if (isPeriodFrozen) return refused('month_frozen', { month });
  if (enteredBy !== null && personsOf(actor).includes(enteredBy)) return refused('confirmed_by_its_enterer');
  const { light, pace } = progressOf(currentVersion(state).definition, value, month, policy);
  const confirmed: IndicatorEvent = {
    ...{ type: 'ResultConfirmed', at, resultId, light, pace, policy: policy.version, by: actor.staffId },
  };
  if (light !== 'red' || state.warnedMonths.includes(month)) return happened(confirmed);
  return happened<IndicatorEvent>(confirmed, { type: 'IndicatorWarned', at, month, resultId, pace });
}

function waitingResult(
  { results }: IndicatorInForce,
  resultId: string,
): { ok: true; result: IndicatorResult } | ReturnType<typeof refused<IndicatorRefusal>> {
  const result = results.find(({ id }) => id === resultId);
  if (result === undefined) return refused('unknown_result');
  return result.state === 'entered' ? { ok: true, result } : refused('result_decided');
}

/** A month is of the indicator's year and rhythm, has begun, and its period is open. */
function monthFault(
  state: IndicatorInForce,
  month: BulletinMonth,
  { now, isPeriodFrozen = false }: IndicatorContext,
): ReturnType<typeof refused<IndicatorRefusal>> | null {
  const { rhythm } = currentVersion(state).definition;
  if (Number(month.slice(0, 4)) !== state.year || !isDueMonth(rhythm, month))
    return refused('month_not_due', { month });
  if (!isUsedIn(state, month)) return refused('indicator_retired', { month: state.retired?.from ?? month });
  if (localDateOf(now) < `${month}-01`) return refused('month_not_begun', { month });
  return isPeriodFrozen ? refused('month_frozen', { month }) : null;
}

function jurorsOf(state: IndicatorInForce): readonly string[] {
  const { method } = currentVersion(state).definition;
  return method.kind === 'jury' ? method.jurorIds : [];
}

function faultOf(
  definition: Parameters<typeof definitionFault>[0],
  { policy, unitsOfJurors = [] }: IndicatorContext,
): IndicatorRefusal | null {
  const fault = definitionFault(definition, policy.jurorsLeast);
  if (fault !== null) return fault;
  const owners = ownerIdsOf(definition);
  const isConcerned = unitsOfJurors.some((units) => units.some((unit) => owners.includes(unit)));
  return isConcerned ? 'juror_concerned' : null;
}
