import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput, typedNumber, typedText } from '../parse-input.ts';
import type { Result } from '../result.ts';
import { changeItem, type ChangedItem } from './change-item.ts';
import { itemRef, statement } from './item-input.ts';

const percent = z.preprocess((typed) => (typed === '' ? undefined : typed), typedNumber(0, 100));

const schema = z.object({
  ...itemRef,
  text: statement,
  percent,
  obstacles: typedText(0, 1000).default(''),
  nextStep: typedText(0, 1000).default(''),
});

/** A progress report (推进反馈) of the lead or a cooperating department. `percent` is whole, 0 to 100. */
export async function reportProgress(house: House, actor: Actor, raw: unknown): Promise<Result<ChangedItem>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { itemId, version, ...data } = parsed.value;
  return changeItem(
    house,
    actor,
    { itemId, version },
    { type: 'report_progress', reportId: house.newId(), ...data },
  );
}
