import { readNames, toDomainEvent, type StoredEvent } from '@bihuan/db';
import type { CardEvent, CardEventType, Instant, LocalDate } from '@bihuan/domain';
import type { House } from '../house.ts';

export type CardEntry = {
  readonly version: number;
  readonly at: Instant;
  readonly type: CardEventType;
  /** Unit and name; null where a rule did it. */
  readonly by: string | null;
  readonly text: string;
  /** The day a talk was held. */
  readonly on: LocalDate | null;
  /** Revoked after its line of the ledger had been given back: nothing was entered. */
  readonly isGivenBack: boolean;
};

/** What happened to a card, in order. */
export async function cardEntries(
  house: House,
  stored: readonly StoredEvent[],
): Promise<readonly CardEntry[]> {
  const staffIds = stored.flatMap(({ actor }) => (actor.kind === 'staff' ? [actor.staffId] : []));
  const { departments, people } = await readNames(house.db, [], staffIds);
  return stored.map((one) => {
    const event = toDomainEvent<CardEvent>(one);
    const person = one.actor.kind === 'staff' ? people.get(one.actor.staffId) : undefined;
    return {
      version: one.version,
      at: event.at,
      type: event.type,
      by: person ? `${departments.get(person.departmentId)?.name ?? ''} ${person.name}`.trim() : null,
      text: textOf(event),
      on: event.type === 'CardTalkHeld' ? event.on : null,
      isGivenBack: event.type === 'CardRevoked' && event.isGivenBack === true,
    };
  });
}

function textOf(event: CardEvent): string {
  switch (event.type) {
    case 'CardProposed':
    case 'CardObjected':
      return event.grounds;
    case 'CardIssued':
      return event.evidence;
    case 'CardDropped':
    case 'CardUpheld':
    case 'CardRevoked':
      return event.reason;
    case 'CardTalkHeld':
      return event.record;
    case 'CardCleared':
      return event.outcome;
  }
}
