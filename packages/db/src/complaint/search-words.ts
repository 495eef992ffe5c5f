import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Jieba } from '@node-rs/jieba';

let jieba: Jieba | undefined;

/** The words of a Chinese text for the search index, cut by jieba, separated by spaces. */
export function searchWords(text: string): string {
  jieba ??= openJieba();
  return jieba
    .cutForSearch(text.toLowerCase(), true)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .join(' ');
}

/** 40 MB, so only where words are cut at all; its own loader would keep eleven more of files. */
function openJieba(): Jieba {
  const dictionary = createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt');
  return Jieba.withDict(readFileSync(dictionary));
}
