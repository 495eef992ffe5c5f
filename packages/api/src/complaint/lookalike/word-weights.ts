/** In how many of `documents` texts each word occurs. Words that are not named occur in none. */
export type WordCounts = { readonly documents: number; readonly of: ReadonlyMap<string, number> };

/** How much a word says: the rarer, the more (inverse document frequency, smoothed; 1 for a word of every text). */
export function wordWeight(word: string, { documents, of }: WordCounts): number {
  return Math.log((1 + documents) / (1 + Math.min(documents, of.get(word) ?? 0))) + 1;
}

/** The words of a text that can tell one matter from another: not single characters. */
export function tellingWords(words: Iterable<string>): readonly string[] {
  return [...new Set(words)].filter((word) => [...word].length > 1);
}

const MOST_WORDS = 16;
const MOST_TEXTS = 3000;

/**
 * The rarest words, with their weights, to look candidates up by: so many that the texts they occur in stay bounded, but
 * always at least three. A word that no other text can have is no use, unless nothing was counted yet.
 */
export function rareWords(words: readonly string[], counts: WordCounts): ReadonlyMap<string, number> {
  const rarest = words
    .map((word) => ({ word, count: counts.of.get(word) ?? 0 }))
    .sort((a, b) => a.count - b.count || (a.word < b.word ? -1 : 1));
  const taken = new Map<string, number>();
  let known = 0;
  let texts = 0;
  for (const { word, count } of rarest) {
    if (known >= MOST_WORDS || taken.size >= 4 * MOST_WORDS) break;
    if (known >= 3 && texts + count > MOST_TEXTS) break;
    taken.set(word, wordWeight(word, counts));
    texts += count;
    if (count > 1 || counts.documents === 0) known += 1;
  }
  return taken;
}
