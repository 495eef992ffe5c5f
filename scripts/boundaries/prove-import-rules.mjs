import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../toolchain.mjs';
import { filesIn, foldersOf, judgeTree, RULES } from './judge-tree.mjs';

const FIXTURES = join(ROOT, 'fixtures', 'boundaries');

/**
 * The fixtures are a small tree like ours in which files break the rules on purpose; each says which in a comment,
 * `breaks: <rule>` or `breaks: nothing`. A rule that misses its fixture, or has none, has stopped to guard anything.
 * Returns what is wrong, as sentences.
 */
export async function proveImportRules() {
  const found = await judgeTree(FIXTURES);
  const announced = foldersOf(FIXTURES)
    .flatMap((folder) => filesIn(FIXTURES, folder))
    .map((file) => ({ file, rule: /breaks: ([\w-]+)/.exec(readFileSync(join(FIXTURES, file), 'utf8'))?.[1] }))
    .filter(({ rule }) => rule !== undefined && !rule.startsWith('lint-'));
  const wrong = announced.flatMap(({ file, rule }) => {
    const reported = found.filter(({ from }) => from === file).map((violation) => violation.rule);
    if (rule === 'nothing') return reported.map((name) => `fixture ${file} is fine, but breaks ${name}`);
    return reported.includes(rule) ? [] : [`fixture ${file} should break ${rule}, but passes`];
  });
  const proven = new Set(announced.map(({ rule }) => rule));
  const bare = RULES.filter(({ name }) => !proven.has(name)).map(({ name }) => `rule ${name} has no fixture`);
  return [...wrong, ...bare];
}
