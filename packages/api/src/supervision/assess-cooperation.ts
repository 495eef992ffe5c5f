import { COOPERATION_LEVELS, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { choice, parseInput, typedText } from '../parse-input.ts';
import { badInput, type Result } from '../result.ts';
import { changeItem, type ChangedItem } from './change-item.ts';
import { itemRef } from './item-input.ts';

const schema = z.object({
  ...itemRef,
  aboutId: z.uuid('unknown_department'),
  level: choice(COOPERATION_LEVELS),
  text: typedText(0, 1000).default(''),
});

/** What one department of an item says of another's part in it (吹哨报到双考核). */
export async function assessCooperation(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedItem>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { itemId, version, ...data } = parsed.value;
  if (data.level === 'poor' && data.text === '') return badInput({ text: 'required' });
  return changeItem(house, actor, { itemId, version }, { type: 'assess_cooperation', ...data });
}
