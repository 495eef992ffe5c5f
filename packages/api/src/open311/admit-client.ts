import { findApiKey } from '@bihuan/db';
import { isOpenTo, type ApiKeyScope } from '@bihuan/domain';
import type { House } from '../house.ts';
import { done, refusal, type Result } from '../result.ts';
import { countKeyed, countUnkeyed, countWrongKey } from './client-limit.ts';

/** Who asks through the interface: the holder of a key, or anybody. */
export type Client = {
  /** As kept with what it filed: `api:park-app`. */
  readonly source: string;
  readonly scopes: readonly ApiKeyScope[];
};

export type Asking = {
  /** The key as presented; empty where none was. */
  readonly apiKey: string;
  /** The network address that asks, never kept as it is. */
  readonly address: string;
};

/**
 * Lets a client in and counts its request. `null` is anybody, who may read what is public. A key that is presented must be
 * right, whatever is asked: refused with `api_key_unknown`, and with `api_rate_exceeded` and the seconds to wait beyond its limit.
 */
export async function admitClient(house: House, { apiKey, address }: Asking): Promise<Result<Client | null>> {
  if (apiKey === '') return admitted(await countUnkeyed(house, address), null);
  const key = await findApiKey(house.db, house.keyring.keyedHash('api_key', apiKey), house.now());
  if (key === null || key.revokedAt !== null) {
    const wait = await countWrongKey(house, address);
    return wait > 0 ? refusal('api_rate_exceeded', { seconds: wait }) : refusal('api_key_unknown');
  }
  const client = { source: `api:${key.client}`, scopes: key.scopes };
  return admitted(await countKeyed(house, key.id, key.perHour), client);
}

function admitted(wait: number, client: Client | null): Result<Client | null> {
  return wait > 0 ? refusal('api_rate_exceeded', { seconds: wait }) : done(client);
}

/** Whether a client holds a scope. Anybody may read what is public. */
export function holds(client: Client | null, scope: ApiKeyScope): boolean {
  if (client === null) return scope === 'read_public';
  return isOpenTo({ scopes: client.scopes, revokedAt: null }, scope);
}
