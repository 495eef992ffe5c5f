import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { runProgram } from '../setup/run-program.mjs';
import { ROOT } from '../toolchain.mjs';
import { judgeComponents } from './imports-of-components.mjs';

const CONFIG = join(ROOT, '.dependency-cruiser.cjs');
const IGNORED = new Set([
  'node_modules',
  'dist',
  'build',
  '.svelte-kit',
  '.astro',
  'generated',
  'paraglide',
  'paraglide-browser',
]);

export const RULES = createRequire(import.meta.url)(CONFIG).forbidden;

/** Judges everything under apps, packages, bench and e2e of `root`. Returns violations as `{ rule, from, to }`. */
export async function judgeTree(root) {
  const folders = foldersOf(root);
  const summary = await cruise(root, folders);
  if (summary.totalCruised === 0) throw new Error(`dependency-cruiser found nothing to read in ${root}`);
  const found = summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
  const files = folders.flatMap((folder) => filesIn(root, folder));
  const components = files.filter((file) => /[.](astro|svelte)$/.test(file));
  return [...found, ...judgeComponents(root, components, RULES)];
}

/** What dependency-cruiser sums up. It goes through a file, for the whole tree is larger than a pipe should carry. */
async function cruise(root, folders) {
  const scratch = mkdtempSync(join(tmpdir(), 'bihuan-boundaries-'));
  try {
    const report = join(scratch, 'report.json');
    const args = ['--config', CONFIG, '--output-type', 'json', '--output-to', report, ...folders];
    const { output } = await runProgram('depcruise', args, { cwd: root });
    if (!existsSync(report)) throw new Error(output);
    return JSON.parse(readFileSync(report, 'utf8')).summary;
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** The top folders of a tree that hold code of the product. */
export function foldersOf(root) {
  return ['apps', 'packages', 'bench', 'e2e'].filter((name) => existsSync(join(root, name)));
}

/** All files of a folder, as paths from `root` with forward slashes, without what is installed or generated. */
export function filesIn(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return IGNORED.has(entry.name) ? [] : filesIn(root, path);
    return entry.isFile() ? [relative('.', path).split(sep).join('/')] : [];
  });
}
