import { setTimeout as wait } from 'node:timers/promises';
import { endOfLog, placesAfter } from '@bihuan/db';
import type { Actor } from '@bihuan/domain';
import type { House } from '../house.ts';
import { done, refusal, type Result } from '../result.ts';
import { itemScope } from './item-scope.ts';

/** How often the log is looked at, for all open lists of this process together. */
const EVERY_MS = 500;

/** So many places back are looked at again, for a writer that began earlier may come to its end later. */
const LATE_PLACES = 500n;

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

function placeBefore(place: string): string {
  const from = BigInt(place) - LATE_PLACES;
  return String(from < 0n ? 0n : from);
}

async function run(house: House, watch: Watch): Promise<void> {
  watch.isRunning = true;
  let isNews = false;
  while (watch.listeners.size > 0) {
    try {
      await follow(house, watch, isNews);
    } catch {
      // The database is away; what changed meanwhile is told when it is back.
      isNews = true;
      await wait(EVERY_MS, undefined, { ref: false });
    }
  }
  watch.isRunning = false;
}

/** One that cannot be told is left out, and keeps nobody else from hearing. */
function tellAll({ listeners }: Watch): void {
  for (const tell of listeners)
    try {
      tell();
    } catch {
      listeners.delete(tell);
    }
}

/** Tells all of what stands in the log from now on, and at once where there is news already, until nobody listens. */
async function follow({ db }: House, watch: Watch, hasNews: boolean): Promise<void> {
  let end = await endOfLog(db.pool);
  let seen = new Set((await placesAfter(db, placeBefore(end))).map(({ place }) => place));
  let isNews = hasNews;
  while (watch.listeners.size > 0) {
    if (isNews) tellAll(watch);
    await wait(EVERY_MS, undefined, { ref: false });
    const places = await placesAfter(db, placeBefore(end));
    isNews = places.some(({ place, isOfItem }) => isOfItem && !seen.has(place));
    seen = new Set(places.map(({ place }) => place));
    end = places.at(-1)?.place ?? end;
  }
}
