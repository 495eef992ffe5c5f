import { loadApiKey, saveChange, updateApiKey } from '@bihuan/db';
import { evolveApiKey, hasRole, revokeApiKey as revoke, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput, typedText } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import { eventActor } from '../../work.ts';

const schema = z.object({ keyId: z.uuid('required'), reason: typedText(2, 200) });

/** Revokes a key from this moment on. What its client filed stays, and a new key of that client reads it. For system admins. */
export async function revokeApiKey(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly id: string }>> {
  if (!hasRole(actor, 'system_admin')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { keyId: id, reason } = parsed.value;
  const loaded = await loadApiKey(house.db, id);
  if (loaded === null) return refusal('not_found');
  const decision = revoke(loaded.state, reason, house.now());
  if (!decision.ok) return { ok: false, kind: 'refusal', refusal: decision.refusal };
  const after = decision.events.reduce(evolveApiKey, loaded.state);
  const statements = updateApiKey(after, decision.events, loaded.head, eventActor(actor));
  const saved = await saveChange(house.db, { statements });
  return saved.ok ? done({ id }) : refusal('stale');
}
