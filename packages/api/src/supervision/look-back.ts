import { type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import type { Result } from '../result.ts';
import { changeItem, type ChangedItem } from './change-item.ts';
import { itemRef, localDate, statement, yesOrNo } from './item-input.ts';

const lookBackSchema = z.object({ ...itemRef, isHolding: yesOrNo, text: statement });

/** Whether what was struck off still holds (回头看), 30 and 90 days after; where it does not, the item has rebounded. */
export async function lookBack(house: House, actor: Actor, raw: unknown): Promise<Result<ChangedItem>> {
  const parsed = parseInput(lookBackSchema, raw);
  if (!parsed.ok) return parsed;
  const { itemId, version, ...data } = parsed.value;
  return changeItem(house, actor, { itemId, version }, { type: 'look_back', ...data });
}

const inquirySchema = z.object({
  ...itemRef,
  text: statement,
  nextOn: z.preprocess((typed) => (typed === '' ? undefined : typed), localDate.optional()),
});

/** How a matter stands that is watched, long-running or referred up (询问进展), and when it is asked after next. */
export async function inquire(house: House, actor: Actor, raw: unknown): Promise<Result<ChangedItem>> {
  const parsed = parseInput(inquirySchema, raw);
  if (!parsed.ok) return parsed;
  const { itemId, version, text, nextOn = null } = parsed.value;
  return changeItem(house, actor, { itemId, version }, { type: 'inquire', text, nextOn });
}
