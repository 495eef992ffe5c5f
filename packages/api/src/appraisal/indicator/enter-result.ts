import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput, typedText } from '../../parse-input.ts';
import type { Result } from '../../result.ts';
import { changeIndicator, indicatorRef, type ChangedIndicator } from './change-indicator.ts';
import { measured, month } from './definition-input.ts';

const schema = z.object({
  ...indicatorRef,
  month,
  value: measured,
  evidence: typedText(2, 500),
  /** Why the result of before is corrected. */
  reason: typedText(0, 500).default(''),
});

/** Enters the result of a month with what it rests on. It counts once a second person has confirmed it. */
export async function enterResult(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedIndicator>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { indicatorId, version, ...result } = parsed.value;
  const command = { type: 'enter_result', id: house.newId(), ...result, way: 'hand', client: '' } as const;
  return changeIndicator(house, actor, { indicatorId, version }, command);
}
