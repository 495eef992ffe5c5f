import type { ApiKey } from '@bihuan/domain';
import type { StreamHead } from '../audit/append-events.ts';

/** The columns of `api_key` that its events fold to; its hash and when it was last used are kept beside them. */
export function apiKeyRow(key: ApiKey, head: StreamHead) {
  return {
    id: key.id,
    client: key.client,
    note: key.note,
    scopes: key.scopes,
    per_hour: key.perHour,
    issued_at: key.issuedAt,
    revoked_at: key.revokedAt,
    version: head.version,
    head_hash: head.hash,
  };
}
