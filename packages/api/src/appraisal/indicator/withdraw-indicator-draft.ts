import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput, typedText } from '../../parse-input.ts';
import type { Result } from '../../result.ts';
import { changeIndicator, indicatorRef, type ChangedIndicator } from './change-indicator.ts';

const schema = z.object({ ...indicatorRef, reason: typedText(2, 500) });

/** Takes a draft back; where it is the next version of a published indicator, that one stays as it is. */
export async function withdrawIndicatorDraft(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedIndicator>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { reason, ...ref } = parsed.value;
  return changeIndicator(house, actor, ref, { type: 'withdraw_draft', reason });
}
