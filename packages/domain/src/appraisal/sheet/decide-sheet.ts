import {
  dueDate,
  localDateOf,
  type Instant,
  type LocalDate,
  type WorkingCalendar,
} from '../../calendar/index.ts';
import { happened, refused, type Decision } from '../../decision.ts';
import { hasRole, personsOf, unitsOf, type Actor, type Role, type StaffActor } from '../../people/actor.ts';
import type { ScoringPolicy } from '../../policy/scoring-policy.ts';
import { isRulingOn, type LastPlace } from '../last-place.ts';
import type { Account } from '../score-line.ts';
import type { SheetEvent } from './sheet-event.ts';
import type { LineAtIssue, SheetCorrection, SheetLife, SheetObjection, SheetStatus } from './sheet-life.ts';

export type SheetCommand =
  /** `line`: null where the account as a whole is objected to. */
  | {
      readonly type: 'object';
      readonly objectionId: string;
      readonly departmentId: string;
      readonly account: Account;
      readonly line: LineAtIssue | null;
      readonly grounds: string;
    }
  /** `centipoints`: what an account gets back; of no account where a line is objected to. */
  | {
      readonly type: 'uphold';
      readonly objectionId: string;
      readonly reason: string;
      readonly centipoints: number | null;
      /** Whether the line was given back since by something else. */
      readonly isReversed: boolean;
    }
  | { readonly type: 'dismiss'; readonly objectionId: string; readonly reason: string }
  | { readonly type: 'close_objections' }
  /** `contentHash`: of the sheet as the ledger gives it now, here and below. */
  /** `undecided`: departments that are last without a ruling, here and below. */
  | { readonly type: 'publish'; readonly contentHash: string; readonly undecided?: number }
  | { readonly type: 'freeze'; readonly contentHash: string; readonly undecided?: number }
  /** `place`: as the sheet has it now; null where the rule is off or nobody is last in the group. */
  | {
      readonly type: 'propose_last_place';
      readonly place: LastPlace | null;
      readonly zeroIds: readonly string[];
      readonly reason: string;
    }
  | { readonly type: 'drop_last_place'; readonly groupId: string; readonly reason: string }
  | { readonly type: 'sign_last_place'; readonly groupId: string; readonly place: LastPlace | null }
  | { readonly type: 'correct_line'; readonly line: LineAtIssue; readonly reason: string }
  | {
      readonly type: 'propose_restatement';
      readonly reason: string;
      readonly contentHash: string;
      readonly undecided?: number;
    }
  | { readonly type: 'drop_restatement'; readonly reason: string }
  | { readonly type: 'sign_restatement'; readonly contentHash: string };

export type SheetCommandType = SheetCommand['type'];

export const SHEET_COMMANDS = [
  'object',
  'uphold',
  'dismiss',
  'close_objections',
  'publish',
  'freeze',
  'propose_last_place',
  'drop_last_place',
  'sign_last_place',
  'correct_line',
  'propose_restatement',
  'drop_restatement',
  'sign_restatement',
] as const satisfies readonly SheetCommandType[];

export type SheetRefusal =
  | 'not_authorised'
  | 'illegal_sheet_step'
  | 'sheet_period_running'
  | 'sheet_objection_over'
  | 'sheet_other_department'
  | 'sheet_objected_already'
  | 'sheet_line_costs_nothing'
  | 'sheet_line_reversed_already'
  | 'sheet_card_open'
  | 'sheet_objection_ruled'
  | 'sheet_took_part'
  | 'sheet_decider_concerned'
  | 'sheet_correction_gives_nothing'
  | 'sheet_window_open'
  | 'sheet_objections_open'
  | 'sheet_unchanged'
  | 'sheet_changed_since_published'
  | 'sheet_restatement_open'
  | 'sheet_nothing_to_restate'
  | 'sheet_changed_since_proposed'
  | 'sheet_same_signer'
  | 'last_place_undecided'
  | 'last_place_nobody'
  | 'last_place_concerned'
  | 'last_place_not_proposed'
  | 'last_place_changed';

export type SheetDecision = Decision<SheetEvent, SheetRefusal>;

export type SheetContext = {
  readonly actor: Actor;
  readonly now: Instant;
  /** Policy version of what is put right in an account. */
  readonly policyVersion: string;
  /** Everybody who took part in what the line, or the lines of the account, follow from. */
  readonly tookPart: readonly string[];
};

/** Who may give each command. Source: domain.md, People and what they may do. */
const AUTHORITY: Readonly<Record<SheetCommandType, readonly Role[]>> = {
  object: ['department_head'],
  uphold: ['appraisal_admin', 'leader'],
  dismiss: ['appraisal_admin', 'leader'],
  close_objections: ['appraisal_admin'],
  publish: ['appraisal_admin'],
  freeze: ['appraisal_admin'],
  propose_last_place: ['appraisal_admin'],
  drop_last_place: ['appraisal_admin', 'leader'],
  sign_last_place: ['appraisal_admin', 'leader'],
  correct_line: ['appraisal_admin'],
  propose_restatement: ['appraisal_admin'],
  drop_restatement: ['appraisal_admin', 'leader'],
  sign_restatement: ['appraisal_admin', 'leader'],
};

const LAWFUL: Readonly<Record<SheetCommandType, readonly SheetStatus[]>> = {
  object: ['provisional'],
  uphold: ['provisional'],
  dismiss: ['provisional'],
  close_objections: ['provisional'],
  publish: ['decided', 'published'],
  freeze: ['published'],
  propose_last_place: ['decided', 'published', 'frozen', 'restated'],
  drop_last_place: ['decided', 'published', 'frozen', 'restated'],
  sign_last_place: ['decided', 'published', 'frozen', 'restated'],
  correct_line: ['frozen', 'restated'],
  propose_restatement: ['frozen', 'restated'],
  drop_restatement: ['restating'],
  sign_restatement: ['restating'],
};

/** The most an upheld objection to an account gives back, in hundredths of a point of the score. */
export const MOST_GIVEN_BACK = 5_00;

export function isLawfulSheetCommand(status: SheetStatus, command: SheetCommandType): boolean {
  return LAWFUL[command].includes(status);
}

export function mayCommandSheet(actor: Actor, command: SheetCommandType): boolean {
  return hasRole(actor, ...AUTHORITY[command]);
}

/** Opens the sheet of a period that is over; the window for objections is so many working days, today not counted. */
export function openSheet(
  command: {
    readonly id: string;
    readonly period: string;
    readonly lastDay: LocalDate;
    readonly contentHash: string;
  },
  context: {
    readonly actor: Actor;
    readonly now: Instant;
    readonly calendar: WorkingCalendar;
    readonly policy: Pick<ScoringPolicy, 'version' | 'sheetObjectionDays'>;
  },
): SheetDecision {
  const { actor, now: at, calendar, policy } = context;
  if (!hasRole(actor, 'appraisal_admin')) return refused('not_authorised');
  if (localDateOf(at) <= command.lastDay) return refused('sheet_period_running', { until: command.lastDay });
  const { due } = dueDate({ start: at, workingDays: policy.sheetObjectionDays, calendar });
  const { id, period, contentHash } = command;
  return happened({
    type: 'SheetOpened',
    ...{ at, by: actor.staffId, id, period, contentHash },
    objectUntil: due.date,
    policyVersion: policy.version,
  });
}

/**
 * What a command does to a sheet in its present state, or the rule that refuses it. Objections are ruled on by somebody who
 * took no part in what the line follows from and is not of that department; a line is given back by a new one, and once: upheld
 * on a line that something else gave back since, the ruling stands and nothing more is entered.
 */
export function decideSheet(state: SheetLife, command: SheetCommand, context: SheetContext): SheetDecision {
  const { actor, now: at } = context;
  if (!mayCommandSheet(actor, command.type) || actor.kind !== 'staff') return refused('not_authorised');
  if (state.status === 'restating' && command.type === 'propose_restatement')
    return refused('sheet_restatement_open');
  if (!isLawfulSheetCommand(state.status, command.type))
    return refused('illegal_sheet_step', { status: state.status, command: command.type });
  const by = actor.staffId;
  switch (command.type) {
    case 'object':
      return object(state, command, actor, at);
    case 'uphold':
    case 'dismiss':
      return rule(state, command, actor, context);
    case 'close_objections': {
      if (localDateOf(at) <= state.objectUntil)
        return refused('sheet_window_open', { until: state.objectUntil });
      const open = state.objections.filter(({ ruling }) => ruling === null).length;
      if (open > 0) return refused('sheet_objections_open', { count: open });
      return happened({ type: 'SheetDecided', at, by });
    }
    case 'publish': {
      const { contentHash } = command;
      if (state.status === 'published' && state.contentHash === contentHash)
        return refused('sheet_unchanged');
      if ((command.undecided ?? 0) > 0)
        return refused('last_place_undecided', { count: command.undecided ?? 0 });
      return happened({ type: 'SheetPublished', at, by, edition: state.edition + 1, contentHash });
    }
    case 'freeze':
      if (state.contentHash !== command.contentHash) return refused('sheet_changed_since_published');
      if ((command.undecided ?? 0) > 0)
        return refused('last_place_undecided', { count: command.undecided ?? 0 });
      return happened({ type: 'SheetFrozen', at, by, contentHash: command.contentHash });
    case 'propose_last_place':
    case 'drop_last_place':
    case 'sign_last_place':
      return settleLastPlace(state, command, actor, at);
    case 'correct_line': {
      if (command.line.isReversed) return refused('sheet_line_reversed_already');
      if (command.line.isCardOpen) return refused('sheet_card_open');
      const { line, reason } = command;
      return happened({ type: 'SheetLineCorrected', at, by, reason, correction: givingBack(line) });
    }
    case 'propose_restatement': {
      const { reason, contentHash } = command;
      if (state.contentHash === contentHash) return refused('sheet_nothing_to_restate');
      if ((command.undecided ?? 0) > 0)
        return refused('last_place_undecided', { count: command.undecided ?? 0 });
      return happened({ type: 'RestatementProposed', at, by, reason, contentHash });
    }
    case 'drop_restatement':
      return happened({ type: 'RestatementDropped', at, by, reason: command.reason });
    case 'sign_restatement': {
      if (state.status !== 'restating') return refused('illegal_sheet_step');
      if (personsOf(actor).includes(state.proposal.by)) return refused('sheet_same_signer');
      const { contentHash } = command;
      if (state.proposal.contentHash !== contentHash) return refused('sheet_changed_since_proposed');
      return happened({ type: 'SheetRestated', at, by, edition: state.edition + 1, contentHash });
    }
    default: {
      const never: never = command;
      throw new TypeError(`unknown command ${JSON.stringify(never)}`);
    }
  }
}

function object(
  state: SheetLife,
  command: Extract<SheetCommand, { type: 'object' }>,
  actor: StaffActor,
  at: Instant,
): SheetDecision {
  const { objectionId, departmentId, account, line, grounds } = command;
  const isOwn = departmentId === actor.departmentId && (line?.departmentId ?? departmentId) === departmentId;
  if (!isOwn) return refused('sheet_other_department');
  if (localDateOf(at) > state.objectUntil)
    return refused('sheet_objection_over', { until: state.objectUntil });
  const isSame = (one: SheetObjection) =>
    one.departmentId === departmentId &&
    (line === null ? one.line === null && one.account === account : one.line?.lineId === line.lineId);
  if (state.objections.some(isSame)) return refused('sheet_objected_already');
  if (line !== null && line.isReversed) return refused('sheet_line_reversed_already');
  if (line !== null && line.isCardOpen) return refused('sheet_card_open');
  if (line !== null && line.centipoints >= 0) return refused('sheet_line_costs_nothing');
  const by = actor.staffId;
  return happened({ type: 'SheetObjected', at, by, objectionId, departmentId, account, line, grounds });
}

function rule(
  state: SheetLife,
  command: Extract<SheetCommand, { type: 'uphold' | 'dismiss' }>,
  actor: StaffActor,
  { now: at, tookPart, policyVersion }: SheetContext,
): SheetDecision {
  const objection = state.objections.find(({ id }) => id === command.objectionId);
  if (objection === undefined || objection.ruling !== null) return refused('sheet_objection_ruled');
  if (unitsOf(actor).includes(objection.departmentId)) return refused('sheet_decider_concerned');
  if (personsOf(actor).some((one) => one === objection.madeBy || tookPart.includes(one)))
    return refused('sheet_took_part');
  const { objectionId, reason } = command;
  const by = actor.staffId;
  if (command.type === 'dismiss')
    return happened({ type: 'SheetObjectionDismissed', at, by, objectionId, reason });
  if (command.isReversed)
    return happened({ type: 'SheetObjectionUpheld', at, by, objectionId, reason, correction: null });
  const correction = correctionOf(objection, command.centipoints, policyVersion);
  if (correction === null) return refused('sheet_correction_gives_nothing');
  return happened({ type: 'SheetObjectionUpheld', at, by, objectionId, reason, correction });
}

/** Two people settle who of the last in a group loses the performance pay of the period; neither is of one of them. */
function settleLastPlace(
  { lastPlaces }: SheetLife,
  command: Extract<SheetCommand, { type: 'propose_last_place' | 'drop_last_place' | 'sign_last_place' }>,
  actor: StaffActor,
  at: Instant,
): SheetDecision {
  const by = actor.staffId;
  const isConcerned = (ids: readonly string[]) => unitsOf(actor).some((unit) => ids.includes(unit));
  if (command.type === 'propose_last_place') {
    const { place, reason } = command;
    if (place === null) return refused('last_place_nobody');
    const { groupId, departmentIds, outcome } = place;
    if (isConcerned(departmentIds)) return refused('last_place_concerned');
    // Only a tie or a small sample is for a person to decide; alone and on a sample, the last one loses it.
    const isLeft = outcome !== 'zero';
    const zeroIds = departmentIds.filter((id) => !isLeft || command.zeroIds.includes(id));
    return happened({ type: 'LastPlaceProposed', at, by, groupId, departmentIds, zeroIds, outcome, reason });
  }
  const { groupId } = command;
  const proposed = lastPlaces.find((one) => one.groupId === groupId && one.signed === null);
  if (proposed === undefined) return refused('last_place_not_proposed');
  if (command.type === 'drop_last_place')
    return happened({ type: 'LastPlaceDropped', at, by, groupId, reason: command.reason });
  if (personsOf(actor).includes(proposed.proposedBy)) return refused('sheet_same_signer');
  if (isConcerned(proposed.departmentIds)) return refused('last_place_concerned');
  const { place } = command;
  if (place === null || !isRulingOn(proposed, place)) return refused('last_place_changed');
  return happened({ type: 'LastPlaceSigned', at, by, groupId });
}

/** What upholding an objection puts right: the line is given back, or the account gets what was ruled, as an adjustment. */
function correctionOf(
  { departmentId, line }: SheetObjection,
  centipoints: number | null,
  policyVersion: string,
): SheetCorrection | null {
  if (line !== null) return givingBack(line);
  if (centipoints === null || centipoints <= 0 || centipoints > MOST_GIVEN_BACK) return null;
  return { departmentId, account: 'adjustment', centipoints, policyVersion, reverses: null };
}

function givingBack(line: LineAtIssue): SheetCorrection {
  const { departmentId, account, centipoints, policyVersion, lineId: reverses } = line;
  return { departmentId, account, centipoints: 0 - centipoints, policyVersion, reverses };
}
