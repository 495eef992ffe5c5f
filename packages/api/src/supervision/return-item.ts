import { RETURN_CAUSES, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { choice, parseInput, typedText } from '../parse-input.ts';
import type { Result } from '../result.ts';
import { changeItem, type ChangedItem } from './change-item.ts';
import { itemRef, statement } from './item-input.ts';

const schema = z.object({
  ...itemRef,
  cause: choice(RETURN_CAUSES).default('other'),
  reason: statement,
  legalBasis: typedText(2, 500),
});

/** The head of the lead department sends the item back (退回), with reason and legal basis. */
export async function returnItem(house: House, actor: Actor, raw: unknown): Promise<Result<ChangedItem>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { itemId, version, ...data } = parsed.value;
  return changeItem(house, actor, { itemId, version }, { type: 'return', ...data });
}
