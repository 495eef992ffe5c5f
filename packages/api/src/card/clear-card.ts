import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import type { Result } from '../result.ts';
import { statement } from '../supervision/item-input.ts';
import { cardRef, changeCard, type ChangedCard } from './change-card.ts';

const schema = z.object({ ...cardRef, outcome: statement });

/** Clears a card whose cause was put right; a red one only after a talk. For triage admins. */
export async function clearCard(house: House, actor: Actor, raw: unknown): Promise<Result<ChangedCard>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  return changeCard(house, actor, parsed.value, { type: 'clear', outcome: parsed.value.outcome });
}
