import { hasRole, personsOf, unitsOf, type Actor, type Role } from '../../people/actor.ts';
import { isInForce, ownerIdsOf, shownDefinition, type Indicator, type IndicatorStatus } from './indicator.ts';
import { INDICATOR_COMMANDS, type IndicatorCommandType } from './indicator-command.ts';

type Who = Role | 'juror' | 'system';

/** Who may give each command; `juror`: whoever is on its jury, `system`: a program with a key for results. Source: domain.md. */
export const INDICATOR_AUTHORITY: Readonly<Record<IndicatorCommandType, readonly Who[]>> = {
  edit: ['appraisal_admin'],
  withdraw_draft: ['appraisal_admin'],
  publish: ['appraisal_admin'],
  freeze: ['appraisal_admin'],
  retire: ['appraisal_admin'],
  enter_result: ['appraisal_admin', 'system'],
  confirm_result: ['appraisal_admin', 'leader'],
  send_back_result: ['appraisal_admin', 'leader'],
  give_jury_score: ['juror'],
  close_jury: ['appraisal_admin'],
  open_item: ['triage_admin', 'leader'],
};

export const LAWFUL_INDICATOR_COMMANDS: Readonly<Record<IndicatorStatus, readonly IndicatorCommandType[]>> = {
  draft: ['edit', 'withdraw_draft', 'publish'],
  published: [
    'edit',
    'withdraw_draft',
    'publish',
    'freeze',
    'retire',
    'enter_result',
    'confirm_result',
    'send_back_result',
    'give_jury_score',
    'close_jury',
    'open_item',
  ],
  frozen: [
    'retire',
    'enter_result',
    'confirm_result',
    'send_back_result',
    'give_jury_score',
    'close_jury',
    'open_item',
  ],
  withdrawn: [],
};

/** What is decided about a department's figures; nobody of it, and nobody who stands in for somebody of it, does that. */
const DECIDES: readonly IndicatorCommandType[] = [
  'enter_result',
  'confirm_result',
  'send_back_result',
  'give_jury_score',
  'close_jury',
];

/** What is done no more once it is retired. */
export const BEFORE_RETIREMENT: readonly IndicatorCommandType[] = ['edit', 'publish', 'freeze', 'retire'];

/** On its jury, or standing in for somebody who is. */
export function isJuror(actor: Actor, indicator: Indicator): boolean {
  if (actor.kind !== 'staff') return false;
  const { method } = shownDefinition(indicator);
  return method.kind === 'jury' && personsOf(actor).some((person) => method.jurorIds.includes(person));
}

/** Of a department that owns it. */
export function isOfOwner(actor: Actor, indicator: Indicator): boolean {
  if (actor.kind !== 'staff') return false;
  const owners = ownerIdsOf(shownDefinition(indicator));
  return unitsOf(actor).some((unit) => owners.includes(unit));
}

export function mayCommandIndicator(
  actor: Actor,
  indicator: Indicator,
  command: IndicatorCommandType,
): boolean {
  return INDICATOR_AUTHORITY[command].some((who) => {
    if (who === 'system') return actor.kind === 'system';
    return who === 'juror' ? isJuror(actor, indicator) : hasRole(actor, who);
  });
}

/** Whether the person is kept from it because their own department owns the indicator. */
export function isKeptFrom(actor: Actor, indicator: Indicator, command: IndicatorCommandType): boolean {
  return DECIDES.includes(command) && isOfOwner(actor, indicator);
}

/** The commands that this person may give now; what a month or a result allows is decided when they do. */
export function lawfulIndicatorCommands(indicator: Indicator, actor: Actor): readonly IndicatorCommandType[] {
  const isJury = shownDefinition(indicator).method.kind === 'jury';
  const isRetired = isInForce(indicator) && indicator.retired !== undefined;
  return INDICATOR_COMMANDS.filter(
    (command) =>
      LAWFUL_INDICATOR_COMMANDS[indicator.status].includes(command) &&
      mayCommandIndicator(actor, indicator, command) &&
      !isKeptFrom(actor, indicator, command) &&
      (command !== 'enter_result' || !isJury) &&
      ((command !== 'give_jury_score' && command !== 'close_jury') || isJury) &&
      ((command !== 'publish' && command !== 'withdraw_draft') || hasDraft(indicator)) &&
      (command !== 'freeze' || !hasDraft(indicator)) &&
      (!isRetired || !BEFORE_RETIREMENT.includes(command)),
  );
}

export function hasDraft(indicator: Indicator): boolean {
  return indicator.status === 'draft' || (indicator.status === 'published' && indicator.draft !== null);
}

/** Results that wait for their second signer. */
export function unconfirmedResults(indicator: Indicator) {
  return isInForce(indicator) ? indicator.results.filter(({ state }) => state === 'entered') : [];
}
