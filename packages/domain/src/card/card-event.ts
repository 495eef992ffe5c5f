import type { Instant, LocalDate } from '../calendar/index.ts';
import type { CardCause, CardColour } from './card.ts';

type Event<Type extends string, Data> = { readonly type: Type; readonly at: Instant } & Readonly<Data>;

export type CardEvent =
  | Event<
      'CardProposed',
      {
        id: string;
        number: string;
        itemId: string;
        departmentId: string;
        colour: CardColour;
        cause: CardCause;
        causeRef: string;
        isRaised: boolean;
        cardVersion: string;
        proposedBy: string | null;
        grounds: string;
      }
    >
  | Event<'CardDropped', { by: string; reason: string }>
  | Event<
      'CardIssued',
      { by: string; evidence: string; objectUntil: LocalDate; nthYellow: number; points: number }
    >
  | Event<'CardObjected', { by: string; grounds: string }>
  | Event<'CardUpheld', { by: string; reason: string }>
  /** `isGivenBack`: the line of the ledger it cost had been given back before; nothing is entered then. */
  | Event<'CardRevoked', { by: string; reason: string; isGivenBack?: true }>
  | Event<'CardTalkHeld', { by: string; on: LocalDate; record: string }>
  | Event<'CardCleared', { by: string; outcome: string }>;

export type CardEventType = CardEvent['type'];
