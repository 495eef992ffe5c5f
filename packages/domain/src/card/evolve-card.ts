import { BrokenStream } from '../broken-stream.ts';
import type { Card, IssuedCard, ObjectedCard, ProposedCard, UpheldCard } from './card.ts';
import type { CardEvent } from './card-event.ts';

/** Folds one event into the card. Throws `BrokenStream` where the event cannot follow the state. */
export function evolveCard(state: Card | null, event: CardEvent): Card {
  if (event.type === 'CardProposed') {
    const { type: _, at: proposedAt, ...data } = event;
    return { ...data, proposedAt, status: 'proposed' };
  }
  if (state === null) throw new BrokenStream(`${event.type} before CardProposed`);
  switch (event.type) {
    case 'CardDropped':
      if (state.status !== 'proposed') break;
      return {
        ...state,
        status: 'dropped',
        decidedAt: event.at,
        decidedBy: event.by,
        decision: event.reason,
      };
    case 'CardIssued': {
      if (state.status !== 'proposed') break;
      const { type: _, at: issuedAt, by: issuedBy, ...data } = event;
      return { ...state, ...data, issuedAt, issuedBy, talks: [], status: 'issued' };
    }
    case 'CardObjected':
      if (state.status !== 'issued') break;
      return {
        ...state,
        status: 'objected',
        objectedAt: event.at,
        objectedBy: event.by,
        objection: event.grounds,
      };
    case 'CardUpheld':
    case 'CardRevoked': {
      if (state.status !== 'objected') break;
      const status = event.type === 'CardUpheld' ? 'upheld' : 'revoked';
      return { ...state, status, decidedAt: event.at, decidedBy: event.by, decision: event.reason };
    }
    case 'CardTalkHeld': {
      if (!hasForce(state)) break;
      const { by, on, record } = event;
      return { ...state, talks: [...state.talks, { by, on, record }] };
    }
    case 'CardCleared': {
      if (state.status !== 'issued' && state.status !== 'upheld') break;
      return { ...state, status: 'cleared', clearedAt: event.at, outcome: event.outcome };
    }
  }
  throw new BrokenStream(`${event.type} in state ${state.status}`);
}

/** What events fold to; null where there are none. */
export function foldCard(events: readonly CardEvent[]): Card | null {
  return events.reduce<Card | null>(evolveCard, null);
}

type InForce = Exclude<Card, ProposedCard> & (IssuedCard | ObjectedCard | UpheldCard);

function hasForce(state: Card): state is InForce {
  return state.status === 'issued' || state.status === 'objected' || state.status === 'upheld';
}
