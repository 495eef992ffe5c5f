import { demandsOfCard, foldCard, type Card, type CardEvent } from '@bihuan/domain';
import { appendEvents, type StreamHead } from '../audit/append-events.ts';
import { readStream, toDomainEvent, type EventActor } from '../audit/stored-event.ts';
import type { Database } from '../database.ts';
import type { Statement } from '../statement.ts';
import { keepDemands } from '../supervision/demand-row.ts';
import { cardRow } from './card-row.ts';

export type LoadedCard = {
  readonly state: Card;
  readonly head: StreamHead;
  readonly events: readonly CardEvent[];
};

/** The card as its events fold to; null where there is none. */
export async function loadCard(db: Pick<Database, 'pool'>, id: string): Promise<LoadedCard | null> {
  const stored = await readStream(db, id);
  const last = stored.at(-1);
  if (last?.stream !== 'card') return null;
  const events = stored.map((event) => toDomainEvent<CardEvent>(event));
  const state = foldCard(events);
  return state && { state, head: { version: last.version, hash: last.hash }, events };
}

/** Statements that append events to a card and bring its row up to them. */
export function saveCard(
  after: Card,
  head: StreamHead,
  events: readonly CardEvent[],
  actor: EventActor,
): readonly Statement[] {
  const appended = appendEvents('card', after.id, head, actor, events);
  const row = cardRow(after, appended.head);
  const names = Object.keys(row);
  const places = names.map((_, index) => `$${index + 1}`).join(', ');
  const updates = names.filter((name) => name !== 'id').map((name) => `${name} = excluded.${name}`);
  return [
    appended.statement,
    {
      name: 'save-card',
      text: `INSERT INTO card (${names.join(', ')}) VALUES (${places}) ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}`,
      values: Object.values(row),
    },
    ...keepDemands(after.id, demandsOfCard(events, after.departmentId, head.version + 1)),
  ];
}

/** How many cards an item has, and how many yellow ones in force the department has on it. */
export async function countCards(
  db: Pick<Database, 'pool'>,
  itemId: string,
  departmentId: string,
): Promise<{ readonly all: number; readonly yellowsInForce: number }> {
  const { rows } = await db.pool.query<{ all: number; yellowsInForce: number }>({
    name: 'count-cards',
    text: `SELECT count(*)::int AS "all", count(*) FILTER (WHERE department_id = $2::uuid AND colour = 'yellow'
  AND status IN ('issued', 'objected', 'upheld', 'cleared'))::int AS "yellowsInForce" FROM card WHERE item_id = $1::uuid`,
    values: [itemId, departmentId],
  });
  return rows[0] ?? { all: 0, yellowsInForce: 0 };
}
