import type { House } from './house.ts';

type Kept = { readonly until: number; readonly value: Promise<unknown> };

/** Keys may come from outside; beyond this many everything is read anew. */
const MOST = 200;

const kept = new WeakMap<House['db'], Map<string, Kept>>();

/** Drops what is kept, after something that everybody may see was changed in this process. */
export function forgetRemembered(house: House): void {
  kept.delete(house.db);
}

/** Reads a thing at most once in `ms`, for figures that everybody may see and that need not be of this very second. */
export function remember<Value>(
  house: House,
  key: string,
  ms: number,
  read: () => Promise<Value>,
): Promise<Value> {
  const memory = kept.get(house.db) ?? new Map<string, Kept>();
  kept.set(house.db, memory);
  const known = memory.get(key);
  if (known !== undefined && known.until > performance.now()) return known.value as Promise<Value>;
  if (memory.size >= MOST) memory.clear();
  const value = read();
  memory.set(key, { until: performance.now() + ms, value });
  value.catch(() => memory.delete(key));
  return value;
}
