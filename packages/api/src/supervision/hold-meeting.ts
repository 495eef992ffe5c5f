import { type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput, typedText } from '../parse-input.ts';
import type { Result } from '../result.ts';
import { plannedMeasures } from './assignment-input.ts';
import { changeItem, type ChangedItem } from './change-item.ts';
import { itemRef, localDate, statement } from './item-input.ts';

const schema = z.object({
  ...itemRef,
  on: localDate,
  place: typedText(2, 200),
  departmentIds: z
    .array(z.uuid('unknown_department'), 'required')
    .min(1, 'required')
    .max(30, 'out_of_range')
    .default([]),
  minutes: statement,
  measures: plannedMeasures.default([]),
});

/** A joint meeting (联席会商) with its minutes; what was agreed becomes measures of those who took part. */
export async function holdMeeting(house: House, actor: Actor, raw: unknown): Promise<Result<ChangedItem>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { itemId, version, measures, ...data } = parsed.value;
  const agreed = measures.map((measure) => ({ ...measure, id: house.newId() }));
  return changeItem(house, actor, { itemId, version }, { type: 'hold_meeting', ...data, measures: agreed });
}
