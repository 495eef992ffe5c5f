import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

let jieba: Jieba | undefined;

/** The words of a Chinese text for the search index, cut by jieba, separated by spaces. */
export function searchWords(text: string): string {
  jieba ??= Jieba.withDict(dict);
  return jieba
    .cutForSearch(text.toLowerCase(), true)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .join(' ');
}
