import type { Actor } from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { retrying, Work } from '../work.ts';
import type { ChangedItem } from './change-item.ts';
import { itemRef } from './item-input.ts';
import { seesItem } from './item-scope.ts';

const schema = z.object({ ...itemRef, complaintId: z.uuid('required') });

/** Puts an accepted complaint under an item that already runs on the same matter: several complaints, one item. */
export async function linkComplaint(house: House, actor: Actor, raw: unknown): Promise<Result<ChangedItem>> {
  const parsed = parseInput(schema, raw);
  if (!parsed.ok) return parsed;
  const { itemId, version, complaintId } = parsed.value;
  return retrying(async () => {
    const work = new Work(house, actor);
    const item = await work.item(itemId, version);
    if (!item.ok) return item;
    if (!seesItem(actor, item.value)) return refusal('not_found');
    const linked = await work.commandItem(itemId, { type: 'link_complaint', complaintId });
    if (!linked.ok) return linked;
    const placed = await work.commandComplaint(complaintId, { type: 'place_under_supervision', itemId });
    if (!placed.ok) return placed;
    const saved = await work.save();
    if (!saved.ok) return saved;
    return done({ itemId, number: linked.value.number, status: linked.value.status });
  });
}
