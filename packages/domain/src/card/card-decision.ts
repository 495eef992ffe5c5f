import type { Instant } from '../calendar/index.ts';
import type { Decision } from '../decision.ts';
import type { Actor } from '../people/actor.ts';
import type { CardPolicy } from '../policy/card-policy.ts';
import type { CardEvent } from './card-event.ts';

export type CardContext = {
  readonly actor: Actor;
  readonly now: Instant;
  readonly cards: CardPolicy;
  /** The item has left the list for good (struck off). */
  readonly isItemClosed: boolean;
  /** Yellow cards in force that the department already has on this item. */
  readonly yellowsBefore: number;
  /** The line of the ledger it cost was given back before, by a ruling or a correction. */
  readonly isGivenBack?: boolean;
};

export type CardRefusal =
  | 'not_authorised'
  | 'illegal_move'
  | 'card_item_closed'
  | 'card_objection_over'
  | 'card_took_part'
  | 'card_talk_first'
  | 'date_in_the_future';

export type CardDecision = Decision<CardEvent, CardRefusal>;
