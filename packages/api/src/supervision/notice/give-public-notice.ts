import { hidePrivateData, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { parseInput, typedText } from '../../parse-input.ts';
import { badInput, type Result } from '../../result.ts';
import { changeItem, type ChangedItem } from '../change-item.ts';
import { itemRef } from '../item-input.ts';

const schema = z.object({ ...itemRef, text: typedText(10, 1000) });

/** Shows a strike-off to the public beforehand (销号公示). What could tell who somebody is may not stand in it: `private_data`. */
export async function givePublicNotice(
  house: House,
  actor: Actor,
  raw: unknown,
): Promise<Result<ChangedItem>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { itemId, version, text } = parsed.value;
  if (hidePrivateData(text) !== text) return badInput({ text: 'private_data' });
  return changeItem(house, actor, { itemId, version }, { type: 'give_public_notice', text });
}
