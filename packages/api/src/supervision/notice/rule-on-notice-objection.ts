import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput } from '../../parse-input.ts';
import type { Result } from '../../result.ts';
import { changeItem, type ChangedItem } from '../change-item.ts';
import { itemRef, statement, yesOrNo } from '../item-input.ts';

const schema = z.object({ ...itemRef, objectionId: z.uuid('required'), isUpheld: yesOrNo, text: statement });

/** Whether an objection to a strike-off that was shown beforehand holds. */
export async function ruleOnNoticeObjection(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedItem>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { itemId, version, ...data } = parsed.value;
  return changeItem(house, actor, { itemId, version }, { type: 'rule_on_notice_objection', ...data });
}
