import { searchWords } from './search-words.ts';

/**
 * What a person typed as a `tsquery`: every word must be there, at least as the beginning of one, because the same characters
 * may be cut otherwise in a longer text. Null where nothing that can be searched was typed.
 */
export function wordsQuery(text: string): string | null {
  const words = searchWords(text)
    .split(' ')
    .map((word) => word.replace(/['\\:&|!()<>*]/g, ''))
    .filter((word) => word !== '');
  return words.length === 0 ? null : words.map((word) => `'${word}':*`).join(' & ');
}
