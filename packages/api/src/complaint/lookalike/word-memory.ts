import { countedComplaints, readWordCounts } from '@bihuan/db';
import type { House } from '../../house.ts';
import type { WordCounts } from './word-weights.ts';

const KEEP_MS = 600_000;

/** Beyond this many words everything is read anew. */
const MOST = 200_000;

type Memory = { readonly until: number; readonly documents: number; readonly counts: Map<string, number> };

const memories = new WeakMap<House['db'], Memory>();

/** How rare these words are, from what was counted at most ten minutes ago. */
export async function wordCounts(house: House, words: Iterable<string>): Promise<WordCounts> {
  const memory = await memoryOf(house);
  const missing = [...new Set(words)].filter((word) => !memory.counts.has(word));
  if (missing.length > 0) {
    const read = await readWordCounts(house.db, missing);
    for (const word of missing) memory.counts.set(word, read.get(word) ?? 0);
  }
  return { documents: memory.documents, of: memory.counts };
}

/** Drops what is kept, after words were counted in this process. */
export function forgetWordCounts(house: House): void {
  memories.delete(house.db);
}

async function memoryOf(house: House): Promise<Memory> {
  const known = memories.get(house.db);
  if (known !== undefined && known.until > performance.now() && known.counts.size < MOST) return known;
  const documents = await countedComplaints(house.db);
  const memory = { until: performance.now() + KEEP_MS, documents, counts: new Map<string, number>() };
  memories.set(house.db, memory);
  return memory;
}
