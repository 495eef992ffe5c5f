import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, type Result } from '../result.ts';
import { assignmentFields, planAssignment } from './assignment-input.ts';
import { changeItem, type ChangedItem } from './change-item.ts';
import { itemRef } from './item-input.ts';

const schema = z.object({ ...itemRef, ...assignmentFields });

/** Makes a lead department answerable, with cooperating ones, measures and a deadline (交办). */
export async function assignItem(house: House, actor: Actor, raw: unknown): Promise<Result<ChangedItem>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { itemId, version, ...input } = parsed.value;
  return changeItem(house, actor, { itemId, version }, async (item, work) => {
    const plan = await planAssignment(house, work, item, input);
    return plan.ok ? done({ type: 'assign', ...plan.value }) : plan;
  });
}
