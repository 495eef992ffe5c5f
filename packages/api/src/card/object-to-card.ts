import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import type { Result } from '../result.ts';
import { statement } from '../supervision/item-input.ts';
import { cardRef, changeCard, type ChangedCard } from './change-card.ts';

const schema = z.object({ ...cardRef, grounds: statement });

/** The head of the department objects to a card, in time. */
export async function objectToCard(house: House, actor: Actor, raw: unknown): Promise<Result<ChangedCard>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  return changeCard(house, actor, parsed.value, { type: 'object', grounds: parsed.value.grounds });
}
