import type { CardPolicy } from '../policy/card-policy.ts';
import { itemCrossingKey } from '../supervision/item-deadlines.ts';
import type { ItemEvent } from '../supervision/item-event.ts';
import type { SupervisionItem } from '../supervision/supervision-item.ts';
import type { Card, CardCause, CardColour } from './card.ts';
import type { CardEvent } from './card-event.ts';

/** A card that a rule asks for; a human issues it or lets it drop. */
export type CardCall = {
  readonly departmentId: string;
  readonly colour: CardColour;
  readonly cause: CardCause;
  readonly causeRef: string;
  readonly isRaised: boolean;
};

/** Working days over, as levels of a crossing: level 0 is the first day over, level 1 five more. */
const LONG_OVERDUE_LEVEL = 1;

/**
 * The cards that one event of an item calls for. Yellow: late sign-for, heartbeat missed, 1 working day over, first rework.
 * Red: 5 working days over, second rework, false strike-off request. Source: domain.md, Cards; docs/rules/cards.md.
 * `after`: the item with the event in it.
 */
export function cardsOfItemEvent(
  event: ItemEvent,
  after: SupervisionItem,
  policy: CardPolicy,
): readonly CardCall[] {
  switch (event.type) {
    case 'DeadlineCrossed': {
      const cause = causeOfCrossing(event.deadline, event.level);
      if (cause === null || event.due.provisional) return [];
      return [call(cause, itemCrossingKey(event), event.departmentId, after, policy)];
    }
    case 'ItemSentToRework': {
      const ref = `rework:${after.reworks}`;
      const cause = event.isFalseRequest ? 'false_request' : after.reworks > 1 ? 'second_rework' : 'rework';
      return [call(cause, ref, event.departmentId, after, policy)];
    }
    default:
      return [];
  }
}

/** A second yellow card on one item calls for a red one. `card`: with the event in it. */
export function cardsOfCardEvent(event: CardEvent, card: Card): readonly CardCall[] {
  if (event.type !== 'CardIssued' || event.nthYellow !== 2) return [];
  const { departmentId, number: causeRef } = card;
  return [{ departmentId, colour: 'red', cause: 'second_yellow', causeRef, isRaised: false }];
}

function causeOfCrossing(deadline: string, level: number): CardCause | null {
  if (deadline === 'sign_for' && level === 0) return 'late_sign_for';
  if (deadline === 'heartbeat' && level === 0) return 'heartbeat_missed';
  if (deadline !== 'item') return null;
  if (level === 0) return 'overdue';
  return level === LONG_OVERDUE_LEVEL ? 'long_overdue' : null;
}

const RED: readonly CardCause[] = ['long_overdue', 'second_rework', 'false_request'];

function call(
  cause: CardCause,
  causeRef: string,
  departmentId: string,
  item: SupervisionItem,
  policy: CardPolicy,
): CardCall {
  const isRed = RED.includes(cause);
  const isRaised = !isRed && policy.startsRed.includes(item.importance);
  return { departmentId, colour: isRed || isRaised ? 'red' : 'yellow', cause, causeRef, isRaised };
}
