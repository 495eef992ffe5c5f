import { findByReference } from '@bihuan/db';
import type { House } from '../house.ts';
import { done, refusal, type Result } from '../result.ts';
import { admitClient, holds, type Asking } from './admit-client.ts';

/**
 * The tracking number of what a client filed under one of its own references, or under an idempotency key: for a client that
 * never saw the answer to its post. Numbers are given at once here, so there are no other tokens.
 */
export async function findRequestByReference(
  house: House,
  asking: Asking,
  reference: string,
): Promise<Result<{ readonly trackingNumber: string; readonly reference: string }>> {
  if (asking.apiKey === '') return refusal('api_key_unknown');
  const admitted = await admitClient(house, asking);
  if (!admitted.ok) return admitted;
  const client = admitted.value;
  if (client === null || !holds(client, 'read_own'))
    return refusal('api_key_without_scope', { scope: 'read_own' });
  const trackingNumber = await findByReference(house.db, client.source, reference);
  return trackingNumber === null ? refusal('not_found') : done({ trackingNumber, reference });
}
