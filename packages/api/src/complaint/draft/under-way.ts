import type { House } from '../../house.ts';

const kept = new WeakMap<House['db'], Map<string, Promise<unknown>>>();

/**
 * Lets only one of the same filings run at a time: the others wait until it is done and then go on by themselves, so that a
 * form sent a thousand times takes one place of its address's hour. Those of other processes meet in the database.
 */
export async function afterOthers<Value>(
  house: House,
  once: string,
  file: () => Promise<Value>,
): Promise<Value> {
  const running = kept.get(house.db) ?? new Map<string, Promise<unknown>>();
  kept.set(house.db, running);
  const before = running.get(once);
  const own = (before === undefined ? Promise.resolve() : before.catch(() => undefined)).then(file);
  running.set(once, own);
  try {
    return await own;
  } finally {
    if (running.get(once) === own) running.delete(once);
  }
}
