import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput, typedText } from '../../parse-input.ts';
import type { Result } from '../../result.ts';
import { changeIndicator, indicatorRef, type ChangedIndicator } from './change-indicator.ts';
import { month } from './definition-input.ts';

const schema = z.object({
  ...indicatorRef,
  month,
  evidence: typedText(2, 500),
  reason: typedText(0, 500).default(''),
});

/** Makes the jury's scores of a month its result, which a second person confirms like any other. */
export async function closeJury(house: House, actor: Actor, raw: unknown): Promise<Result<ChangedIndicator>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { indicatorId, version, ...closing } = parsed.value;
  const command = { type: 'close_jury', id: house.newId(), ...closing } as const;
  return changeIndicator(house, actor, { indicatorId, version }, command);
}
