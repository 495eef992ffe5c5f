import type { TextFeatures } from './text-features.ts';

/** A feature that models know: its place in a vector, and how much its rareness says. */
export type Vocabulary = {
  readonly words: ReadonlyMap<string, Known>;
  readonly pieces: ReadonlyMap<string, Known>;
  readonly size: number;
};

type Known = { readonly place: number; readonly rareness: number };

/** A text as a sparse vector: places and values, in step. */
export type Vector = { readonly places: Int32Array; readonly values: Float64Array };

/** A feature seen in fewer texts tells of one person's way of writing; of each kind the most frequent are kept. */
const LEAST = { words: 2, pieces: 3 } as const;
const MOST = 40_000;

export function learnVocabulary(texts: readonly TextFeatures[]): Vocabulary {
  const words = known(texts, 'words', 0);
  const pieces = known(texts, 'pieces', words.size);
  return { words, pieces, size: words.size + pieces.size };
}

/**
 * TF-IDF with logarithmic counts. Words and pieces are each brought to length one, so that neither drowns the other.
 * Features that the vocabulary does not know are left out.
 */
export function vectorOf({ words, pieces }: TextFeatures, vocabulary: Vocabulary): Vector {
  const both = [...block(words, vocabulary.words), ...block(pieces, vocabulary.pieces)];
  return {
    places: Int32Array.from(both, ([place]) => place),
    values: Float64Array.from(both, ([, value]) => value),
  };
}

function known(
  texts: readonly TextFeatures[],
  kind: 'words' | 'pieces',
  offset: number,
): ReadonlyMap<string, Known> {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const feature of text[kind].keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const kept = [...counts]
    .filter(([, count]) => count >= LEAST[kind])
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, MOST);
  return new Map(
    kept.map(([feature, count], index) => [
      feature,
      { place: offset + index, rareness: Math.log((1 + texts.length) / (1 + count)) + 1 },
    ]),
  );
}

function block(
  counts: ReadonlyMap<string, number>,
  vocabulary: ReadonlyMap<string, Known>,
): readonly (readonly [place: number, value: number])[] {
  const entries: [number, number][] = [];
  let squares = 0;
  for (const [feature, count] of counts) {
    const found = vocabulary.get(feature);
    if (found === undefined) continue;
    const value = (1 + Math.log(count)) * found.rareness;
    entries.push([found.place, value]);
    squares += value ** 2;
  }
  const length = Math.sqrt(squares);
  return entries.map(([place, value]) => [place, value / length]);
}
