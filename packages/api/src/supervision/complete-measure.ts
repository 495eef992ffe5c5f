import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput, typedText } from '../parse-input.ts';
import type { Result } from '../result.ts';
import { changeItem, type ChangedItem } from './change-item.ts';
import { itemRef, statement } from './item-input.ts';

const schema = z.object({
  ...itemRef,
  measureId: z.uuid('required'),
  evidence: statement,
  /** Why it comes late; asked for where it does. */
  explanation: typedText(0, 1000).default(''),
});

/** The department that owes a measure reports it done and says what shows it. */
export async function completeMeasure(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedItem>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { itemId, version, ...data } = parsed.value;
  return changeItem(house, actor, { itemId, version }, { type: 'complete_measure', ...data });
}
