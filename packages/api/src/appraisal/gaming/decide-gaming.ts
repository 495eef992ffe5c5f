import { loadGamingSignal, saveChange, saveGamingSignal } from '@bihuan/db';
import { decideGamingSignal, evolveGamingSignal, GAMING_OUTCOMES, hasRole, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { choice, parseInput, seenVersion, typedText } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import { eventActor } from '../../work.ts';

const schema = z.object({
  signalId: z.uuid('malformed'),
  version: seenVersion,
  outcome: choice(GAMING_OUTCOMES),
  reason: typedText(4, 1000),
});

/** Decides a signal, with a reason. Changes no score: whatever follows is done on its own page by whoever may. */
export async function decideGaming(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly signalId: string }>> {
  if (!hasRole(actor, 'appraisal_admin')) return refusal('not_found');
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { signalId, version, outcome, reason } = parsed.value;
  const loaded = await loadGamingSignal(house.db, signalId);
  if (loaded === null) return refusal('not_found');
  if (version !== undefined && version !== loaded.head.version) return refusal('stale');
  const decision = { at: house.now(), by: actor.staffId, outcome, reason };
  const decided = decideGamingSignal(loaded.state, decision);
  if (!decided.ok) return { ok: false, kind: 'refusal', refusal: decided.refusal };
  const after = decided.events.reduce(evolveGamingSignal, loaded.state);
  const statements = saveGamingSignal(after, loaded.head, decided.events, eventActor(actor));
  const saved = await saveChange(house.db, { statements });
  return saved.ok ? done({ signalId }) : refusal('stale');
}
