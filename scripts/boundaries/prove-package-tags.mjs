import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '../setup/run-program.mjs';
import { ROOT } from '../toolchain.mjs';

const ALLOWED = [
  'db → domain',
  'api → db',
  'api → domain',
  'app → api',
  'app → ui',
  'app → monitor',
  'bench → api',
];
const FORBIDDEN = [
  ...['domain → db', 'domain → api', 'domain → ui', 'domain → app'],
  ...['ui → domain', 'ui → db', 'ui → api', 'ui → app'],
  ...['db → api', 'db → ui', 'db → app', 'api → ui', 'api → app'],
  ...['monitor → api', 'monitor → ui', 'monitor → app', 'api → monitor'],
  ...['app → app', 'app → bench', 'bench → app', 'e2e → api', 'e2e → app'],
];

/**
 * Tries each pair of tags in a workspace with our turbo.json, two packages for each: `turbo boundaries` must refuse the
 * forbidden ones and accept the others. Returns what is wrong, as sentences.
 */
export async function provePackageTags() {
  const pairs = [...ALLOWED, ...FORBIDDEN];
  const refused = await refusedOf(pairs);
  return pairs
    .filter((pair) => refused.has(pair) === ALLOWED.includes(pair))
    .map((pair) => `turbo ${refused.has(pair) ? 'refuses' : 'accepts'} ${pair}`);
}

/** The pairs that turbo refuses. All are tried at once, for each start of turbo takes as long as the whole. */
async function refusedOf(pairs) {
  const folder = mkdtempSync(join(tmpdir(), 'bihuan-boundaries-'));
  try {
    writeWorkspace(folder, pairs);
    const { output } = await runProgram('turbo', ['boundaries', '--no-color'], { cwd: folder });
    const found = [...output.matchAll(/Package `imported-(\d+)` found without any tag/g)];
    const refused = new Set(found.map(([, index]) => pairs[Number(index)]));
    const hasJudgedAll = new RegExp(
      `Checked ${pairs.length} files in ${pairs.length * 2} packages, (no|${refused.size}) issues? found`,
    ).test(output);
    if (!hasJudgedAll) throw new Error(`turbo boundaries did not run, or found something else:\n${output}`);
    return refused;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writeWorkspace(folder, pairs) {
  const write = (path, content) => writeFileSync(join(folder, path), JSON.stringify(content));
  cpSync(join(ROOT, 'turbo.json'), join(folder, 'turbo.json'));
  writeFileSync(join(folder, 'pnpm-workspace.yaml'), 'packages:\n  - packages/*\n');
  const pnpm = { name: 'pnpm', version: '>=12 <13', onFail: 'ignore' };
  write('package.json', { name: 'fixture', private: true, devEngines: { packageManager: pnpm } });
  for (const [index, pair] of pairs.entries()) {
    const [from, to] = pair.split(' → ');
    const [importer, imported] = [`importer-${index}`, `imported-${index}`];
    for (const name of [importer, imported]) mkdirSync(join(folder, 'packages', name), { recursive: true });
    const dependencies = { [imported]: 'workspace:*' };
    write(`packages/${importer}/package.json`, { name: importer, dependencies });
    write(`packages/${importer}/turbo.json`, { extends: ['//'], tags: [from] });
    write(`packages/${imported}/package.json`, { name: imported });
    write(`packages/${imported}/turbo.json`, { extends: ['//'], tags: [to] });
    writeFileSync(join(folder, 'packages', importer, 'index.ts'), `import '${imported}';\n`);
  }
}
