import { foldItem, type ItemEvent, type SupervisionItem } from '@bihuan/domain';
import { appendEvents, type StreamHead } from '../audit/append-events.ts';
import { GENESIS } from '../audit/event-hash.ts';
import {
  foldStream,
  foldStreams,
  readStream,
  type EventActor,
  type StoredEvent,
} from '../audit/stored-event.ts';
import type { Database } from '../database.ts';
import type { Statement } from '../statement.ts';
import { itemChildren } from './item-children.ts';
import { itemRow } from './item-row.ts';

export type LoadedItem = { readonly state: SupervisionItem; readonly head: StreamHead };

/** The item as its events fold to; null where there is none. */
export async function loadItem(db: Pick<Database, 'pool'>, id: string): Promise<LoadedItem | null> {
  return folded(await readStream(db, id));
}

/** Several items by id, in one question; one that is not there is missing. */
export async function loadItems(
  db: Pick<Database, 'pool'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LoadedItem>> {
  return foldStreams(db, ids, folded);
}

function folded(stored: readonly StoredEvent[]): LoadedItem | null {
  return foldStream<ItemEvent, SupervisionItem>(stored, 'supervision_item', foldItem);
}

/** The head of a stream that has no events yet. */
export const NEW_HEAD: StreamHead = { version: 0, hash: GENESIS };

/**
 * Statements that append events to an item and bring its row and all that hangs on it up to them. `searchWords` are the
 * words of problem and basis, cut by jieba; null leaves them as they are.
 */
export function saveItem(
  after: SupervisionItem,
  head: StreamHead,
  events: readonly ItemEvent[],
  actor: EventActor,
  searchWords: string | null,
): readonly Statement[] {
  const appended = appendEvents('supervision_item', after.id, head, actor, events);
  const row = itemRow(after, appended.head);
  const names = Object.keys(row);
  const places = names.map((_, index) => `$${index + 1}`).join(', ');
  const updates = names.filter((name) => name !== 'id').map((name) => `${name} = excluded.${name}`);
  const words = `$${names.length + 1}`;
  return [
    appended.statement,
    {
      name: 'save-item',
      text: `INSERT INTO supervision_item (${names.join(', ')}, search) VALUES (${places}, to_tsvector('simple', ${words}))
ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}, search = coalesce(excluded.search, supervision_item.search)`,
      values: [...Object.values(row), searchWords],
    },
    ...itemChildren(after, events, head.version),
  ];
}
