import { loadBan, saveChange, updateBan } from '@bihuan/db';
import { evolveAddressBan, hasRole, liftBan as lift, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput, typedText } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import { eventActor } from '../../work.ts';

const schema = z.object({ banId: z.uuid('required'), reason: typedText(2, 200) });

/** Lifts a ban before its last day; the portal takes filings from that address again at once. For system admins. */
export async function liftBan(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly id: string }>> {
  if (!hasRole(actor, 'system_admin')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { banId: id, reason } = parsed.value;
  const loaded = await loadBan(house.db, id);
  if (loaded === null) return refusal('not_found');
  const decision = lift(loaded.state, reason, house.now());
  if (!decision.ok) return { ok: false, kind: 'refusal', refusal: decision.refusal };
  const after = decision.events.reduce(evolveAddressBan, loaded.state);
  const statements = updateBan(after, decision.events, loaded.head, eventActor(actor));
  const saved = await saveChange(house.db, { statements });
  return saved.ok ? done({ id }) : refusal('stale');
}
