import { DISPUTE_RULINGS, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { choice, parseInput } from '../parse-input.ts';
import type { Result } from '../result.ts';
import { changeItem, type ChangedItem } from './change-item.ts';
import { itemRef, localDate, statement } from './item-input.ts';

const unchanged = (typed: unknown) => (typed === '' || typed === undefined ? null : typed);

const schema = z.object({
  ...itemRef,
  measureId: z.uuid('required'),
  ruling: choice(DISPUTE_RULINGS),
  text: statement,
  departmentId: z.preprocess(unchanged, z.uuid('unknown_department').nullable()),
  dueOn: z.preprocess(unchanged, localDate.nullable()),
});

/** The coordinator rules on a disputed measure: upheld, another owner or date, or withdrawn. A precedent from then on. */
export async function ruleOnDispute(house: House, actor: Actor, raw: unknown): Promise<Result<ChangedItem>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { itemId, version, ...data } = parsed.value;
  return changeItem(house, actor, { itemId, version }, { type: 'rule_on_dispute', ...data });
}
