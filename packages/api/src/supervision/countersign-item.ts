import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import type { Result } from '../result.ts';
import { changeItem, type ChangedItem } from './change-item.ts';
import { doubleReason, itemRef } from './item-input.ts';

const schema = z.object({ ...itemRef, doubleReason });

/** The second signature under a key or listed item; never the proposer's own. */
export async function countersignItem(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedItem>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { doubleReason: reason, ...ref } = parsed.value;
  return changeItem(house, actor, ref, { type: 'countersign', doubleReason: reason });
}
