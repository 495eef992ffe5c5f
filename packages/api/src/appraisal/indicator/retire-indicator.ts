import { isBulletinMonth, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput, typedText } from '../../parse-input.ts';
import type { Result } from '../../result.ts';
import { changeIndicator, indicatorRef, type ChangedIndicator } from './change-indicator.ts';

const schema = z.object({
  ...indicatorRef,
  month: z.string('required').refine(isBulletinMonth, 'not_a_choice'),
  reason: typedText(2, 500),
});

/**
 * Retires a published indicator from a month on, with the reason: no result is due from then on, and its weight is spread over the
 * others until theirs are published anew. What was entered stays, and counts in the periods it is of.
 */
export async function retireIndicator(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedIndicator>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { month, reason, ...ref } = parsed.value;
  return changeIndicator(house, actor, ref, { type: 'retire', month, reason });
}
