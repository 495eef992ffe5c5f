import { foldAccess, type AccessStatus, type IdentityAccess, type IdentityEvent } from '@bihuan/domain';
import { appendEvents, type StreamHead } from '../audit/append-events.ts';
import { readStream, toDomainEvent, type EventActor } from '../audit/stored-event.ts';
import type { Database } from '../database.ts';
import type { Statement } from '../statement.ts';
import { accessRow } from './access-row.ts';

export type LoadedAccess = { readonly state: IdentityAccess; readonly head: StreamHead };

/** The request as its events fold to; null where there is none. */
export async function loadAccess(db: Pick<Database, 'pool'>, id: string): Promise<LoadedAccess | null> {
  const stored = await readStream(db, id);
  const last = stored.at(-1);
  if (last?.stream !== 'identity_access') return null;
  const state = foldAccess(stored.map((event) => toDomainEvent<IdentityEvent>(event)));
  return state && { state, head: { version: last.version, hash: last.hash } };
}

/** All requests about one complaint, the latest first. */
export async function loadAccesses(
  db: Pick<Database, 'pool'>,
  complaintId: string,
): Promise<readonly LoadedAccess[]> {
  const { rows } = await db.pool.query<{ id: string }>({
    name: 'accesses-of-complaint',
    text: 'SELECT id FROM identity_access WHERE complaint_id = $1 ORDER BY requested_at DESC, id',
    values: [complaintId],
  });
  const loaded = await Promise.all(rows.map(({ id }) => loadAccess(db, id)));
  return loaded.filter((one) => one !== null);
}

/** Statements that append events to a request and bring its row up to them. */
export function saveAccess(
  after: IdentityAccess,
  head: StreamHead,
  events: readonly IdentityEvent[],
  actor: EventActor,
): readonly Statement[] {
  const appended = appendEvents('identity_access', after.id, head, actor, events);
  const row = accessRow(after, appended.head);
  const names = Object.keys(row);
  const places = names.map((_, index) => `$${index + 1}`);
  const updates = names.filter((name) => name !== 'id').map((name) => `${name} = excluded.${name}`);
  return [
    appended.statement,
    {
      name: 'save-access',
      text: `INSERT INTO identity_access (${names.join(', ')}) VALUES (${places.join(', ')})
ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}`,
      values: Object.values(row),
    },
  ];
}

/** Ids of requests in these states, the earliest or the latest first. */
export async function findAccessIds(
  db: Pick<Database, 'pool'>,
  statuses: readonly AccessStatus[],
  most: number,
): Promise<readonly string[]> {
  const { rows } = await db.pool.query<{ id: string }>({
    name: 'accesses-in-state',
    text: 'SELECT id FROM identity_access WHERE status = ANY($1) ORDER BY requested_at DESC, id LIMIT $2',
    values: [statuses, most],
  });
  return rows.map(({ id }) => id);
}
