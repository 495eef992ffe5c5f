import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import type { Result } from '../result.ts';
import { changeItem, type ChangedItem } from './change-item.ts';
import { itemRef } from './item-input.ts';

const schema = z.object({ ...itemRef });

/** The item leaves the list (销号); refused unless both findings agree that the matter is resolved. */
export async function strikeOff(house: House, actor: Actor, raw: unknown): Promise<Result<ChangedItem>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  return changeItem(house, actor, parsed.value, { type: 'strike_off' });
}
