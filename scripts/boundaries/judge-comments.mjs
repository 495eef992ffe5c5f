import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, foldersOf } from './judge-tree.mjs';

/** Comments that tell oxlint to look away, which unlike eslint heeds them. Returns what is wrong, as sentences. */
export function judgeComments(root) {
  return [...foldersOf(root), 'scripts']
    .flatMap((folder) => filesIn(root, folder))
    .filter((file) => /[.][cm]?[jt]s$/.test(file))
    .filter((file) => /(?:[/][/*]|^[ *]*)[ ]*oxlint-disable/m.test(readFileSync(join(root, file), 'utf8')))
    .map((file) => `${file} tells the linter to look away`);
}
