import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import type { Result } from '../result.ts';
import { changeItem, type ChangedItem } from './change-item.ts';
import { itemRef } from './item-input.ts';

const schema = z.object({ ...itemRef });

/** The lead department takes the item on (签收). */
export async function signItem(house: House, actor: Actor, raw: unknown): Promise<Result<ChangedItem>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  return changeItem(house, actor, parsed.value, { type: 'sign' });
}
