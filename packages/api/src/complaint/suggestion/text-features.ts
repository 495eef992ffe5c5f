import { searchWords } from '@bihuan/db';

/** How often each feature occurs in a text. Words and pieces are kept apart, because each kind is measured by itself. */
export type TextFeatures = {
  readonly words: ReadonlyMap<string, number>;
  /** Single characters and pairs of neighbours: what words are missed or cut otherwise is still seen. */
  readonly pieces: ReadonlyMap<string, number>;
};

/** What a text is told by: its words as jieba cuts them, and its characters. Figures count as one and the same figure. */
export function textFeatures(text: string): TextFeatures {
  const plain = text.normalize('NFKC').toLowerCase().replace(/\d+/g, '0');
  const pieces: string[] = [];
  for (const run of plain.split(/[^\p{L}]+/u)) {
    const characters = [...run];
    for (const [at, character] of characters.entries()) {
      pieces.push(character);
      const next = characters[at + 1];
      if (next !== undefined) pieces.push(character + next);
    }
  }
  return { words: counted(searchWords(plain).split(' ')), pieces: counted(pieces) };
}

function counted(features: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const feature of features) if (feature !== '') counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return counts;
}
