import { loadSubstitution, saveChange, saveSubstitution } from '@bihuan/db';
import { endSubstitution as end, evolveSubstitution, hasRole, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import { done, refusal, type Result } from '../../result.ts';
import { eventActor } from '../../work.ts';

const schema = z.object({ substitutionId: z.uuid('required') });

/** Ends a substitution at once, as when somebody is back early: the person away, the substitute, or a system admin. */
export async function endSubstitution(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<{ readonly id: string }>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const loaded = await loadSubstitution(house.db, parsed.value.substitutionId);
  if (loaded === null || actor.kind !== 'staff') return refusal('not_found');
  const { staffId, substituteId, id } = loaded.state;
  if (actor.staffId !== staffId && actor.staffId !== substituteId && !hasRole(actor, 'system_admin'))
    return refusal('not_found');
  const decision = end(loaded.state, house.now());
  if (!decision.ok) return { ok: false, kind: 'refusal', refusal: decision.refusal };
  const after = decision.events.reduce(evolveSubstitution, loaded.state);
  const statements = saveSubstitution(after, decision.events, loaded.head, eventActor(actor));
  const saved = await saveChange(house.db, { statements });
  return saved.ok ? done({ id }) : refusal('stale');
}
