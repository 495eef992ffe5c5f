import { setTimeout as wait } from 'node:timers/promises';
import { endOfLog, itemsChangedSince } from '@bihuan/db';
import type { Actor } from '@bihuan/domain';
import type { House } from '../house.ts';
import { done, refusal, type Result } from '../result.ts';
import { itemScope } from './item-scope.ts';

/** How often the log is looked at, for all open lists of this process together. */
const EVERY_MS = 500;

type Watch = { readonly listeners: Set<() => void>; isRunning: boolean };

const watches = new WeakMap<House['db'], Watch>();

/**
 * Calls back whenever items changed, at most twice a second, until the function it answers with is called. It says that
 * something changed and never what: the list is read anew by whoever looks at it. Whoever sees no list is refused.
 */
export function watchItems(house: House, actor: Actor, onChange: () => void): Result<() => void> {
  if (itemScope(actor).kind === 'none') return refusal('not_found');
  const watch = watches.get(house.db) ?? { listeners: new Set(), isRunning: false };
  watches.set(house.db, watch);
  watch.listeners.add(onChange);
  if (!watch.isRunning) void run(house, watch);
  return done(() => void watch.listeners.delete(onChange));
}

async function run(house: House, watch: Watch): Promise<void> {
  watch.isRunning = true;
  try {
    let end = await endOfLog(house.db);
    while (watch.listeners.size > 0) {
      await wait(EVERY_MS, undefined, { ref: false });
      const changed = await itemsChangedSince(house.db, end);
      end = changed.end;
      if (changed.itemIds.length > 0) for (const tell of watch.listeners) tell();
    }
  } catch {
    // Lists that hear nothing are read anew by hand; the next one that opens begins again.
    watch.listeners.clear();
  } finally {
    watch.isRunning = false;
  }
}
