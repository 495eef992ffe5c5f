import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput, typedText } from '../../parse-input.ts';
import type { Result } from '../../result.ts';
import { changeIndicator, indicatorRef, type ChangedIndicator } from './change-indicator.ts';
import { definitionFields, definitionOf } from './definition-input.ts';

const schema = z.object({
  ...indicatorRef,
  ...definitionFields,
  /** Why a published one changes; a draft needs none. */
  reason: typedText(0, 500).default(''),
});

/** Writes a draft anew, or drafts the next version of a published indicator, which stays in force until that is published. */
export async function editIndicator(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedIndicator>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { indicatorId, version, reason, ...typed } = parsed.value;
  const defined = await definitionOf(house, typed);
  if (!defined.ok) return defined;
  const { definition, unitsOfJurors } = defined.value;
  const command = { type: 'edit', definition, reason } as const;
  return changeIndicator(house, actor, { indicatorId, version }, command, { unitsOfJurors });
}
