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
  reason: statement,
  basis: typedText(2, 500),
});

/** The head of a cooperating department disputes a measure that it was given (配合争议); its clock stands still until the ruling. */
export async function disputeMeasure(house: House, actor: Actor, raw: unknown): Promise<Result<ChangedItem>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { itemId, version, ...data } = parsed.value;
  return changeItem(house, actor, { itemId, version }, { type: 'dispute_measure', ...data });
}
