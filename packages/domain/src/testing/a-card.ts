import type { Card, CardColour, CardStatus } from '../card/card.ts';
import type { CardContext } from '../card/card-decision.ts';
import type { CardEvent } from '../card/card-event.ts';
import { foldCard } from '../card/evolve-card.ts';
import { DEFAULT_CARDS } from '../policy/card-policy.ts';
import { LEAD, triageAdmin } from './people.ts';

/** The events that lead a card of the lead department into a state, over an overdue item; a yellow one is its first. */
export function cardHistory(status: CardStatus, colour: CardColour = 'yellow'): readonly CardEvent[] {
  const proposed: CardEvent = {
    type: 'CardProposed',
    at: '2026-10-12T01:00:00.000Z',
    id: 'card-1',
    number: 'DB-2026-7K3QF2-1',
    itemId: 'item-1',
    departmentId: LEAD,
    colour,
    cause: 'overdue',
    causeRef: 'item:2026-10-09:0',
    isRaised: false,
    cardVersion: 'cards-1',
    proposedBy: null,
    grounds: '',
  };
  const issued: CardEvent = {
    type: 'CardIssued',
    at: '2026-10-12T02:00:00.000Z',
    by: 'triage_admin-of-supervision-office',
    evidence: 'Over since 10 October.',
    objectUntil: '2026-11-11',
    nthYellow: colour === 'yellow' ? 1 : 0,
    points: colour === 'yellow' ? 0 : -2_00,
  };
  const by = 'leader-of-leadership';
  const objected: CardEvent = {
    type: 'CardObjected',
    at: '2026-10-13T02:00:00.000Z',
    by: 'department_head-of-lead-department',
    grounds: 'The other department held it.',
  };
  const decided = { at: '2026-10-14T02:00:00.000Z', by, reason: 'The days were counted again.' };
  switch (status) {
    case 'proposed':
      return [proposed];
    case 'dropped':
      return [proposed, { type: 'CardDropped', ...decided }];
    case 'issued':
      return [proposed, issued];
    case 'objected':
      return [proposed, issued, objected];
    case 'upheld':
      return [proposed, issued, objected, { type: 'CardUpheld', ...decided }];
    case 'revoked':
      return [proposed, issued, objected, { type: 'CardRevoked', ...decided }];
    case 'cleared':
      return [
        proposed,
        issued,
        { type: 'CardCleared', at: '2026-10-20T02:00:00.000Z', by, outcome: 'Done.' },
      ];
  }
}

/** A card in a state, as `cardHistory` leads into it. */
export function aCard(status: CardStatus, colour: CardColour = 'yellow'): Card {
  return foldCard(cardHistory(status, colour)) as Card;
}

/** A context on Thursday 15 October 2026 in Shanghai, acted in by the triage admin, on an open item without other cards. */
export function aCardContext(given: Partial<CardContext> = {}): CardContext {
  return {
    actor: triageAdmin,
    now: '2026-10-15T02:00:00.000Z',
    cards: DEFAULT_CARDS,
    isItemClosed: false,
    yellowsBefore: 0,
    ...given,
  };
}
