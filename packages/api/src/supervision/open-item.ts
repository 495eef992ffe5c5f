import { IMPORTANCES, SOURCES, type Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { choice, parseInput, typedText } from '../parse-input.ts';
import { done, type Result } from '../result.ts';
import { retrying, Work } from '../work.ts';
import type { ChangedItem } from './change-item.ts';
import { doubleReason } from './item-input.ts';
import { itemNumber } from './item-number.ts';

const schema = z.object({
  source: choice(SOURCES).exclude(['complaint'], 'not_a_choice'),
  basis: typedText(2, 500),
  problem: typedText(4, 1000),
  importance: choice(IMPORTANCES).default('normal'),
  doubleReason,
});

/**
 * Opens an item from a source other than a complaint (立项), with its basis document. A normal one is registered at once; a
 * key or listed one waits for its second signature. Stopped where the matter is under supervision already, unless there is a
 * reason for a second item.
 */
export async function openItem(house: House, actor: Actor, raw: unknown): Promise<Result<ChangedItem>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  return retrying(async () => {
    const work = new Work(house, actor);
    const number = itemNumber(work.now, house.randomBytes);
    const id = house.newId();
    const opened = await work.proposeItem({ type: 'propose', id, number, ...parsed.value, complaintIds: [] });
    if (!opened.ok) return opened;
    const saved = await work.save();
    if (!saved.ok) return saved;
    return done({ itemId: id, number, status: opened.value.status });
  });
}
