import type { Database } from '../database.ts';

export type StreamName =
  | 'complaint'
  | 'supervision_item'
  | 'card'
  | 'api_key'
  | 'address_ban'
  | 'substitution'
  | 'recurring_matter'
  | 'attachment'
  | 'rating_review'
  | 'identity_access'
  | 'bulletin'
  | 'adjustment'
  | 'inspection'
  | 'indicator'
  | 'gaming_signal'
  | 'period_sheet';

/** Who acted, as kept with each event; never a name or a number of a person outside the office. */
export type EventActor =
  | {
      readonly kind: 'staff';
      readonly staffId: string;
      readonly departmentId: string;
      /** The person in whose place they acted. */
      readonly forStaffId?: string;
    }
  | { readonly kind: 'complainant' }
  | { readonly kind: 'system' };

export type StoredEvent = {
  readonly streamId: string;
  readonly version: number;
  readonly stream: StreamName;
  readonly type: string;
  readonly at: string;
  readonly actor: EventActor;
  readonly data: Record<string, unknown>;
  readonly prevHash: Buffer;
  readonly hash: Buffer;
};

type Row = Omit<StoredEvent, 'at' | 'streamId' | 'prevHash'> & {
  stream_id: string;
  at: Date;
  prev_hash: Buffer;
};

const COLUMNS = 'stream_id, version, stream, type, at, actor, data, prev_hash, hash';

/** The events of one stream, oldest first; empty where there is no such stream. */
export async function readStream(
  db: Pick<Database, 'pool'>,
  streamId: string,
): Promise<readonly StoredEvent[]> {
  const { rows } = await db.pool.query<Row>({
    name: 'read-stream',
    text: `SELECT ${COLUMNS} FROM event WHERE stream_id = $1 ORDER BY version`,
    values: [streamId],
  });
  return rows.map(toStoredEvent);
}

/** The events of several streams by id, each oldest first; a stream that is not there has none. */
export async function readStreams(
  db: Pick<Database, 'pool'>,
  streamIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredEvent[]>> {
  const streams = new Map<string, StoredEvent[]>();
  if (streamIds.length === 0) return streams;
  const { rows } = await db.pool.query<Row>({
    name: 'read-streams',
    text: `SELECT ${COLUMNS} FROM event WHERE stream_id = ANY($1::uuid[]) ORDER BY stream_id, version`,
    values: [streamIds],
  });
  for (const row of rows) {
    const events = streams.get(row.stream_id) ?? [];
    streams.set(row.stream_id, events);
    events.push(toStoredEvent(row));
  }
  return streams;
}

/** What the events of a stream fold to, and its head. */
export type Folded<State> = {
  readonly state: State;
  readonly head: { readonly version: number; readonly hash: Buffer };
};

/** What stored events fold to; null where there are none, or where they are of another kind of stream. */
export function foldStream<Event, State>(
  stored: readonly StoredEvent[],
  stream: StreamName,
  fold: (events: readonly Event[]) => State | null,
): Folded<State> | null {
  const last = stored.at(-1);
  if (last?.stream !== stream) return null;
  const state = fold(stored.map((event) => toDomainEvent<Event>(event)));
  return state === null ? null : { state, head: { version: last.version, hash: last.hash } };
}

/** What several streams fold to, by id, in one question; one that is not there is missing. */
export async function foldStreams<State>(
  db: Pick<Database, 'pool'>,
  ids: readonly string[],
  fold: (stored: readonly StoredEvent[]) => Folded<State> | null,
): Promise<ReadonlyMap<string, Folded<State>>> {
  const folded = [...(await readStreams(db, ids))].map(([id, stored]) => [id, fold(stored)] as const);
  return new Map(folded.flatMap(([id, one]) => (one === null ? [] : [[id, one]])));
}

/** All events in the order in which they were written, in pages of `size` after `position`. */
export async function* readAllEvents(
  db: Pick<Database, 'pool'>,
  size = 2000,
): AsyncGenerator<readonly StoredEvent[]> {
  let after = '0';
  for (;;) {
    const { rows } = await db.pool.query<Row & { position: string }>({
      name: 'read-all-events',
      text: `SELECT position, ${COLUMNS} FROM event WHERE position > $1 ORDER BY position LIMIT $2`,
      values: [after, size],
    });
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.position;
    yield rows.map(toStoredEvent);
  }
}

/** An event as the domain knows it: its type, its moment and its data. */
export function toDomainEvent<Event>(stored: StoredEvent): Event {
  return { type: stored.type, at: stored.at, ...stored.data } as Event;
}

function toStoredEvent(row: Row): StoredEvent {
  const { stream_id: streamId, prev_hash: prevHash, version, stream, type, actor, data, hash } = row;
  return { streamId, version, stream, type, at: row.at.toISOString(), actor, data, prevHash, hash };
}
