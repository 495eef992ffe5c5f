import type { Actor, ItemCommand, ItemStatus, SupervisionItem } from '@bihuan/domain';
import type { House } from '../house.ts';
import { done, refusal, type Result } from '../result.ts';
import { retrying, Work } from '../work.ts';
import { seesItem } from './item-scope.ts';

/** What an item has become. */
export type ChangedItem = { readonly itemId: string; readonly number: string; readonly status: ItemStatus };

/**
 * Gives one command on one item and saves. An item outside the actor's scope is `not_found`. Where somebody else was first
 * it is tried again, unless the person said which version they saw: then they are told (`stale`).
 */
export async function changeItem(
  house: House,
  actor: Actor,
  { itemId, version }: { readonly itemId: string; readonly version?: number | undefined },
  command: ItemCommand | ((item: SupervisionItem, work: Work) => Promise<Result<ItemCommand>>),
): Promise<Result<ChangedItem>> {
  return retrying(async () => {
    const work = new Work(house, actor);
    const item = await work.item(itemId, version);
    if (!item.ok) return item;
    if (!seesItem(actor, item.value)) return refusal('not_found');
    const given = typeof command === 'function' ? await command(item.value, work) : done(command);
    if (!given.ok) return given;
    const changed = await work.commandItem(itemId, given.value);
    if (!changed.ok) return changed;
    const saved = await work.save();
    if (!saved.ok) return saved;
    return done({ itemId, number: changed.value.number, status: changed.value.status });
  });
}
