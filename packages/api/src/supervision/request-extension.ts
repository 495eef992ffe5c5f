import { type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput, typedNumber } from '../parse-input.ts';
import type { Result } from '../result.ts';
import { changeItem, type ChangedItem } from './change-item.ts';
import { itemRef, statement } from './item-input.ts';

const schema = z.object({ ...itemRef, workingDays: typedNumber(0.5, 250, 0.5), reason: statement });

/** The head of the lead asks for an extension (延期), `workingDays` in steps of 0.5. */
export async function requestExtension(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedItem>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { itemId, version, ...data } = parsed.value;
  return changeItem(house, actor, { itemId, version }, { type: 'request_extension', ...data });
}
