import { type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import type { Result } from '../result.ts';
import { changeItem, type ChangedItem } from './change-item.ts';
import { itemRef, statement } from './item-input.ts';

const schema = z.object({ ...itemRef, directiveId: z.uuid('required'), text: statement });

/** The department says what came of a directive (批示回复). */
export async function answerDirective(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedItem>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { itemId, version, ...data } = parsed.value;
  return changeItem(house, actor, { itemId, version }, { type: 'answer_directive', ...data });
}
