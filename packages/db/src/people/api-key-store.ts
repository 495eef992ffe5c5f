import { evolveApiKey, type ApiKey, type ApiKeyEvent, type ApiKeyScope } from '@bihuan/domain';
import { appendEvents, type StreamHead } from '../audit/append-events.ts';
import { readStream, toDomainEvent, type EventActor } from '../audit/stored-event.ts';
import type { Database } from '../database.ts';
import type { Statement } from '../statement.ts';
import { apiKeyRow } from './api-key-row.ts';

export type LoadedApiKey = { readonly state: ApiKey; readonly head: StreamHead };

/** A key as its events fold to; null where there is none. */
export async function loadApiKey(db: Pick<Database, 'pool'>, id: string): Promise<LoadedApiKey | null> {
  const stored = await readStream(db, id);
  const last = stored.at(-1);
  if (last?.stream !== 'api_key') return null;
  const state = stored
    .map((event) => toDomainEvent<ApiKeyEvent>(event))
    .reduce<ApiKey | null>(evolveApiKey, null);
  return state === null ? null : { state, head: { version: last.version, hash: last.hash } };
}

/** Statements that keep a new key: its event and its row. `hint`: the characters by which people tell it. */
export function insertApiKey(
  key: ApiKey,
  events: readonly ApiKeyEvent[],
  head: StreamHead,
  actor: EventActor,
  secret: { readonly hash: Buffer; readonly hint: string },
): readonly Statement[] {
  const appended = appendEvents('api_key', key.id, head, actor, events);
  const columns = { ...apiKeyRow(key, appended.head), key_hash: secret.hash, hint: secret.hint };
  const names = Object.keys(columns);
  return [
    appended.statement,
    {
      name: 'insert-api-key',
      text: `INSERT INTO api_key (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
      values: Object.values(columns),
    },
  ];
}

/** Statements that append events to a key and bring its row up to them. */
export function updateApiKey(
  key: ApiKey,
  events: readonly ApiKeyEvent[],
  head: StreamHead,
  actor: EventActor,
): readonly Statement[] {
  const appended = appendEvents('api_key', key.id, head, actor, events);
  return [
    appended.statement,
    {
      name: 'revoke-api-key',
      text: 'UPDATE api_key SET revoked_at = $2, version = $3, head_hash = $4 WHERE id = $1',
      values: [key.id, key.revokedAt, appended.head.version, appended.head.hash],
    },
  ];
}

/** A key that is presented, by its keyed hash. */
export type PresentedApiKey = Pick<ApiKey, 'id' | 'client' | 'perHour' | 'revokedAt' | 'scopes'>;

/** The key with this hash, whatever became of it; null where there is none. Notes that it was used, once a minute at most. */
export async function findApiKey(
  db: Pick<Database, 'pool'>,
  hash: Buffer,
  now: string,
): Promise<PresentedApiKey | null> {
  const { rows } = await db.pool.query<{
    id: string;
    client: string;
    per_hour: number;
    revoked_at: Date | null;
    scopes: ApiKeyScope[];
  }>({
    name: 'find-api-key',
    text: `WITH used AS (UPDATE api_key SET last_used_at = $2
  WHERE key_hash = $1 AND revoked_at IS NULL AND (last_used_at IS NULL OR last_used_at < $2::timestamptz - interval '1 minute'))
SELECT id, client, per_hour, revoked_at, scopes FROM api_key WHERE key_hash = $1`,
    values: [hash, now],
  });
  const row = rows[0];
  if (row === undefined) return null;
  const { id, client, per_hour: perHour, revoked_at: revokedAt, scopes } = row;
  return { id, client, perHour, revokedAt: revokedAt?.toISOString() ?? null, scopes };
}
