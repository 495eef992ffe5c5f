import { type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import type { Result } from '../result.ts';
import { changeItem, type ChangedItem } from './change-item.ts';
import { itemRef, localDate, statement } from './item-input.ts';

const schema = z.object({
  ...itemRef,
  departmentId: z.uuid('unknown_department'),
  text: statement,
  dueOn: localDate,
});

/** A leader's remark (批示) that one department of the item answers by a day. */
export async function giveDirective(house: House, actor: Actor, raw: unknown): Promise<Result<ChangedItem>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { itemId, version, ...data } = parsed.value;
  const directiveId = house.newId();
  return changeItem(house, actor, { itemId, version }, { type: 'give_directive', directiveId, ...data });
}
