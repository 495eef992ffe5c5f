import type pg from 'pg';
import type { Database } from '../database.ts';
import { eventHash, GENESIS } from './event-hash.ts';
import { inOneSnapshot } from './one-snapshot.ts';
import type { StreamName } from './stored-event.ts';
import { walkStreams, type PlacedEvent } from './walk-streams.ts';

/**
 * What is wrong with one event, or with the end of a stream.
 * edited: its content does not give its hash · missing: versions are absent before it · unlinked: it does not follow the
 * event before it, which was replaced or slipped in · reordered: it was written before the event it follows ·
 * cut_off: events after it are gone, as its row shows · head_differs: the row ends on another hash · no_row: there is no row
 * of it · no_events: there is a row and no event.
 */
export type ChainFault = {
  readonly fault:
    | 'edited'
    | 'missing'
    | 'unlinked'
    | 'reordered'
    | 'cut_off'
    | 'head_differs'
    | 'no_row'
    | 'no_events';
  readonly stream: StreamName;
  readonly streamId: string;
  readonly version: number;
};

export type ChainReport = {
  readonly streams: number;
  readonly events: number;
  readonly faults: readonly ChainFault[];
};

type Head = {
  readonly id: string;
  readonly stream: StreamName;
  readonly version: number;
  readonly head_hash: Buffer;
};

/**
 * Walks every hash chain and names each event that was edited, removed, slipped in or reordered, and each stream whose end
 * does not meet its row. `onProgress` hears how many events are done. Reads one state of the database; writes nothing.
 */
export async function verifyChains(
  db: Pick<Database, 'pool'>,
  onProgress: (events: number) => void = () => undefined,
): Promise<ChainReport> {
  return inOneSnapshot(db, async (client) => {
    const heads = await readHeads(client);
    const faults: ChainFault[] = [];
    let streams = 0;
    let events = 0;
    for await (const stream of walkStreams(client)) {
      streams += 1;
      events += stream.length;
      faults.push(...faultsIn(stream));
      const last = stream.at(-1) as PlacedEvent;
      faults.push(...faultsAtEnd(last, heads.get(last.streamId)));
      heads.delete(last.streamId);
      onProgress(events);
    }
    for (const { id: streamId, stream } of heads.values())
      faults.push({ fault: 'no_events', stream, streamId, version: 0 });
    return { streams, events, faults };
  });
}

/** The faults within one stream, whose events come by version. */
export function faultsIn(stream: readonly PlacedEvent[]): readonly ChainFault[] {
  const faults: ChainFault[] = [];
  let before: { version: number; hash: Buffer; position: bigint } = {
    version: 0,
    hash: GENESIS,
    position: 0n,
  };
  for (const event of stream) {
    const { streamId, version, type, at, actor, data } = event;
    const found = (fault: ChainFault['fault']) =>
      faults.push({ fault, stream: event.stream, streamId, version });
    const isNext = version === before.version + 1;
    if (!isNext) found('missing');
    else if (!event.prevHash.equals(before.hash)) found('unlinked');
    if (event.position < before.position) found('reordered');
    if (!eventHash(event.prevHash, { streamId, version, type, at, actor, data }).equals(event.hash))
      found('edited');
    before = event;
  }
  return faults;
}

function faultsAtEnd(last: PlacedEvent, head: Head | undefined): readonly ChainFault[] {
  const { stream, streamId, version } = last;
  if (head === undefined) return [{ fault: 'no_row', stream, streamId, version }];
  if (head.version > version) return [{ fault: 'cut_off', stream, streamId, version }];
  const isSame = head.version === version && head.head_hash.equals(last.hash);
  return isSame ? [] : [{ fault: 'head_differs', stream, streamId, version }];
}

async function readHeads(client: Pick<pg.ClientBase, 'query'>): Promise<Map<string, Head>> {
  const { rows } =
    await client.query<Head>(`SELECT id, 'complaint' AS stream, version, head_hash FROM complaint
UNION ALL SELECT id, 'supervision_item', version, head_hash FROM supervision_item
UNION ALL SELECT id, 'card', version, head_hash FROM card
UNION ALL SELECT id, 'api_key', version, head_hash FROM api_key
UNION ALL SELECT id, 'address_ban', version, head_hash FROM address_ban
UNION ALL SELECT id, 'substitution', version, head_hash FROM substitution
UNION ALL SELECT id, 'recurring_matter', version, head_hash FROM recurring_matter
UNION ALL SELECT id, 'attachment', version, head_hash FROM attachment
UNION ALL SELECT id, 'rating_review', version, head_hash FROM rating_review
UNION ALL SELECT id, 'identity_access', version, head_hash FROM identity_access
UNION ALL SELECT id, 'bulletin', version, head_hash FROM bulletin
UNION ALL SELECT id, 'adjustment', version, head_hash FROM adjustment
UNION ALL SELECT id, 'inspection', version, head_hash FROM inspection
UNION ALL SELECT id, 'indicator', version, head_hash FROM indicator
UNION ALL SELECT id, 'gaming_signal', version, head_hash FROM gaming_signal
UNION ALL SELECT id, 'period_sheet', version, head_hash FROM period_sheet`);
  return new Map(rows.map((row) => [row.id, row]));
}
