import type pg from 'pg';
import type { EventActor, StoredEvent, StreamName } from './stored-event.ts';

/** An event with the place at which it was written among all. */
export type PlacedEvent = StoredEvent & { readonly position: bigint };

type Row = {
  stream_id: string;
  version: number;
  position: string;
  stream: StreamName;
  type: string;
  at: Date;
  actor: EventActor;
  data: Record<string, unknown>;
  prev_hash: Buffer;
  hash: Buffer;
};

/**
 * Every stream with its events by version, one after another, read in pages of `size` events. Called inside a transaction
 * that sees one state of the database.
 */
export async function* walkStreams(
  client: Pick<pg.ClientBase, 'query'>,
  size = 5000,
): AsyncGenerator<readonly PlacedEvent[]> {
  let after: [string, number] = ['00000000-0000-0000-0000-000000000000', 0];
  let open: PlacedEvent[] = [];
  for (;;) {
    const { rows } = await client.query<Row>(
      `SELECT stream_id, version, position, stream, type, at, actor, data, prev_hash, hash FROM event
WHERE (stream_id, version) > ($1::uuid, $2::int) ORDER BY stream_id, version LIMIT $3`,
      [...after, size],
    );
    for (const row of rows) {
      if (open[0] !== undefined && open[0].streamId !== row.stream_id) {
        yield open;
        open = [];
      }
      open.push(placed(row));
    }
    const last = rows.at(-1);
    if (last === undefined) break;
    after = [last.stream_id, last.version];
  }
  if (open.length > 0) yield open;
}

function placed({ stream_id: streamId, prev_hash: prevHash, at, position, ...row }: Row): PlacedEvent {
  return { ...row, streamId, prevHash, at: at.toISOString(), position: BigInt(position) };
}
