import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

/**
 * dependency-cruiser reads neither .astro nor the inside of .svelte files. This takes the imports out of their script
 * parts and judges them by the path rules of the same configuration. Returns violations as `{ rule, from, to }`.
 */
export function judgeComponents(root, files, rules) {
  return files.flatMap((from) => {
    const targets = importsOf(readFileSync(join(root, from), 'utf8'), from).map((to) =>
      placeOf(root, from, to),
    );
    return rules.flatMap((rule) =>
      targets.filter((to) => isBroken(rule, from, to)).map((to) => ({ rule: rule.name, from, to })),
    );
  });
}

function importsOf(text, file) {
  return scriptsOf(text, file).flatMap((script) =>
    ts.preProcessFile(script, true, true).importedFiles.map(({ fileName }) => fileName),
  );
}

function scriptsOf(text, file) {
  const scripts = [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map((found) => found[1]);
  const frontmatter = file.endsWith('.astro') ? /^\s*---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] : undefined;
  return frontmatter === undefined ? scripts : [frontmatter, ...scripts];
}

function placeOf(root, from, specifier) {
  if (specifier.startsWith('$lib/'))
    return `${from.split('/').slice(0, 2).join('/')}/src/lib/${specifier.slice(5)}`;
  if (!specifier.startsWith('.')) return specifier;
  const path = posix.join(posix.dirname(from), specifier);
  return existsSync(join(root, path)) ? path : path.replace(/[.]js$/, '.ts');
}

function isBroken(rule, from, to) {
  const fromParts = new RegExp(rule.from.path ?? '').exec(from);
  if (!fromParts || (rule.from.pathNot && new RegExp(rule.from.pathNot).test(from))) return false;
  const fill = (pattern) => pattern.replace(/[$](\d)/g, (_, group) => fromParts[Number(group)] ?? '');
  if (!rule.to.path || !new RegExp(fill(rule.to.path)).test(to)) return false;
  return !(rule.to.pathNot && new RegExp(fill(rule.to.pathNot)).test(to));
}
