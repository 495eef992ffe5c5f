import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { choice, parseInput } from '../parse-input.ts';
import type { Result } from '../result.ts';
import { statement } from '../supervision/item-input.ts';
import { cardRef, changeCard, type ChangedCard } from './change-card.ts';

const schema = z.object({ ...cardRef, review: choice(['uphold', 'revoke']), reason: statement });

/** Upholds or revokes a card that was objected to, by somebody who took no part; revoked, its points are given back. */
export async function reviewCard(house: House, actor: Actor, raw: unknown): Promise<Result<ChangedCard>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { review: type, reason } = parsed.value;
  return changeCard(house, actor, parsed.value, { type, reason });
}
