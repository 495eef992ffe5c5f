import type { Statement } from '../statement.ts';
import { eventHash } from './event-hash.ts';
import type { EventActor, StreamName } from './stored-event.ts';

export type NewEvent = { readonly type: string; readonly at: string };

export type StreamHead = { readonly version: number; readonly hash: Buffer };

/**
 * The statement that appends events to a stream, and the head after it. The primary key (stream, version) refuses a
 * second writer who started from the same head.
 */
export function appendEvents(
  stream: StreamName,
  streamId: string,
  head: StreamHead,
  actor: EventActor,
  events: readonly NewEvent[],
): { statement: Statement; head: StreamHead } {
  let { version, hash } = head;
  const rows = events.map(({ type, at, ...data }) => {
    const prevHash = hash;
    version += 1;
    hash = eventHash(prevHash, { streamId, version, type, at, actor, data });
    return { version, type, at, data: JSON.stringify(data), prevHash, hash };
  });
  const statement = {
    name: 'append-events',
    text: `INSERT INTO event (stream, stream_id, actor, version, type, at, data, prev_hash, hash)
SELECT $1, $2, $3::jsonb, * FROM unnest($4::int[], $5::text[], $6::timestamptz[], $7::jsonb[], $8::bytea[], $9::bytea[])`,
    values: [
      stream,
      streamId,
      JSON.stringify(actor),
      rows.map((row) => row.version),
      rows.map((row) => row.type),
      rows.map((row) => row.at),
      rows.map((row) => row.data),
      rows.map((row) => row.prevHash),
      rows.map((row) => row.hash),
    ],
  };
  return { statement, head: { version, hash } };
}
