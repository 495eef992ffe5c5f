import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput, typedText } from '../../parse-input.ts';
import type { Result } from '../../result.ts';
import { changeIndicator, indicatorRef, type ChangedIndicator } from './change-indicator.ts';

const schema = z.object({ ...indicatorRef, resultId: z.uuid('required'), reason: typedText(2, 500) });

/** Sends a result back to whoever entered it; it stays on the record. */
export async function sendBackResult(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedIndicator>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { resultId, reason, ...ref } = parsed.value;
  return changeIndicator(house, actor, ref, { type: 'send_back_result', resultId, reason });
}
