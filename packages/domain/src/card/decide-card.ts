import { addDays, localDateOf } from '../calendar/index.ts';
import { happened, refused } from '../decision.ts';
import { hasRole, personsOf, unitsOf, type Actor, type Role } from '../people/actor.ts';
import type { Card, CardStatus } from './card.ts';
import type { CardCommand, CardCommandType, ProposeCard } from './card-command.ts';
import type { CardContext, CardDecision } from './card-decision.ts';

/** Which commands each state knows at all. Source: domain.md, Cards. */
const LAWFUL_CARD_COMMANDS: Readonly<Record<CardStatus, readonly CardCommandType[]>> = {
  proposed: ['drop', 'issue'],
  dropped: [],
  issued: ['object', 'hold_talk', 'clear'],
  objected: ['uphold', 'revoke', 'hold_talk'],
  upheld: ['hold_talk', 'clear'],
  revoked: [],
  cleared: [],
};

export function isLawfulCardCommand(status: CardStatus, command: CardCommandType): boolean {
  return LAWFUL_CARD_COMMANDS[status].includes(command);
}

const AUTHORITY: Readonly<Record<CardCommandType, readonly Role[]>> = {
  drop: ['triage_admin'],
  issue: ['triage_admin'],
  object: ['department_head'],
  uphold: ['triage_admin', 'leader'],
  revoke: ['triage_admin', 'leader'],
  hold_talk: ['triage_admin', 'leader'],
  clear: ['triage_admin'],
};

/** Opens a card as a proposal; by a rule (the system) or by a person, who may not card a closed item. */
export function proposeCard(
  command: ProposeCard,
  context: Pick<CardContext, 'actor' | 'now' | 'cards' | 'isItemClosed'>,
): CardDecision {
  const { actor, now: at, cards, isItemClosed } = context;
  const isRule = command.cause !== 'by_person';
  if (!isRule && !hasRole(actor, 'triage_admin', 'inspector', 'leader')) return refused('not_authorised');
  if (!isRule && isItemClosed) return refused('card_item_closed');
  const { type: _, ...data } = command;
  const proposedBy = isRule || actor.kind !== 'staff' ? null : actor.staffId;
  return happened({ type: 'CardProposed', at, ...data, cardVersion: cards.version, proposedBy });
}

/**
 * What a command does to a card in its present state, or the rule that refuses it. A card is issued by a human, objected to
 * by the head of the department in time, and reviewed by somebody who took no part in it.
 */
export function decideCard(state: Card, command: CardCommand, context: CardContext): CardDecision {
  const { actor, now: at, cards } = context;
  if (!mayCommandCard(actor, state, command.type) || actor.kind !== 'staff') return refused('not_authorised');
  const illegal = refused('illegal_move', { status: state.status, command: command.type });
  if (!isLawfulCardCommand(state.status, command.type)) return illegal;
  const by = actor.staffId;
  switch (command.type) {
    case 'drop':
      return happened({ type: 'CardDropped', at, by, reason: command.reason });
    case 'issue': {
      if (context.isItemClosed) return refused('card_item_closed');
      const nthYellow = state.colour === 'yellow' ? context.yellowsBefore + 1 : 0;
      const points = state.colour === 'red' ? cards.red : nthYellow > 1 ? cards.repeatedYellow : 0;
      const objectUntil = addDays(localDateOf(at), cards.objectionCalendarDays);
      const { evidence } = command;
      return happened({ type: 'CardIssued', at, by, evidence, objectUntil, nthYellow, points });
    }
    case 'object':
      if (state.status !== 'issued') return illegal;
      if (localDateOf(at) > state.objectUntil)
        return refused('card_objection_over', { until: state.objectUntil });
      return happened({ type: 'CardObjected', at, by, grounds: command.grounds });
    case 'uphold':
    case 'revoke': {
      if (state.status !== 'objected') return illegal;
      const tookPart = [state.issuedBy, state.proposedBy, ...state.talks.map((talk) => talk.by)];
      if (personsOf(actor).some((one) => tookPart.includes(one))) return refused('card_took_part');
      if (unitsOf(actor).includes(state.departmentId)) return refused('card_took_part');
      const { reason } = command;
      if (command.type === 'uphold') return happened({ type: 'CardUpheld', at, by, reason });
      const before = context.isGivenBack === true ? { isGivenBack: true as const } : {};
      return happened({ type: 'CardRevoked', at, by, reason, ...before });
    }
    case 'hold_talk':
      if (command.on > localDateOf(at)) return refused('date_in_the_future');
      return happened({ type: 'CardTalkHeld', at, by, on: command.on, record: command.record });
    case 'clear':
      if (state.status !== 'issued' && state.status !== 'upheld') return illegal;
      if (cards.talkFor.includes(state.colour) && state.talks.length === 0) return refused('card_talk_first');
      return happened({ type: 'CardCleared', at, by, outcome: command.outcome });
    default: {
      const never: never = command;
      throw new TypeError(`unknown command ${JSON.stringify(never)}`);
    }
  }
}

/** Whether this actor may give this command on this card at all. */
export function mayCommandCard(actor: Actor, card: Card, command: CardCommandType): boolean {
  if (!hasRole(actor, ...AUTHORITY[command])) return false;
  return command !== 'object' || actor.departmentId === card.departmentId;
}
