import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '../setup/run-program.mjs';
import { ROOT } from '../toolchain.mjs';

const ALLOWED = ['db → domain', 'api → db', 'api → domain', 'app → api', 'app → ui', 'bench → api'];
const FORBIDDEN = [
  ...['domain → db', 'domain → api', 'domain → ui', 'domain → app'],
  ...['ui → domain', 'ui → db', 'ui → api', 'ui → app'],
  ...['db → api', 'db → ui', 'db → app', 'api → ui', 'api → app'],
  ...['app → app', 'app → bench', 'bench → app', 'e2e → api', 'e2e → app'],
];

/**
 * Tries each pair of tags in a workspace of two packages with our turbo.json: `turbo boundaries` must refuse the
 * forbidden ones and accept the others. Returns what is wrong, as sentences.
 */
export async function provePackageTags() {
  const folder = mkdtempSync(join(tmpdir(), 'bihuan-boundaries-'));
  try {
    const wrong = [];
    for (const pair of [...ALLOWED, ...FORBIDDEN]) {
      const isAccepted = await tryPair(folder, pair.split(' → '));
      if (isAccepted !== ALLOWED.includes(pair))
        wrong.push(`turbo ${isAccepted ? 'accepts' : 'refuses'} ${pair}`);
    }
    return wrong;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function tryPair(folder, [from, to]) {
  const write = (path, content) => writeFileSync(join(folder, path), JSON.stringify(content));
  for (const name of ['importer', 'imported']) mkdirSync(join(folder, 'packages', name), { recursive: true });
  cpSync(join(ROOT, 'turbo.json'), join(folder, 'turbo.json'));
  writeFileSync(join(folder, 'pnpm-workspace.yaml'), 'packages:\n  - packages/*\n');
  const pnpm = { name: 'pnpm', version: '>=12 <13', onFail: 'ignore' };
  write('package.json', { name: 'fixture', private: true, devEngines: { packageManager: pnpm } });
  write('packages/importer/package.json', { name: 'importer', dependencies: { imported: 'workspace:*' } });
  write('packages/importer/turbo.json', { extends: ['//'], tags: [from] });
  write('packages/imported/package.json', { name: 'imported' });
  write('packages/imported/turbo.json', { extends: ['//'], tags: [to] });
  writeFileSync(join(folder, 'packages/importer/index.ts'), "import 'imported';\n");
  const { code, output } = await runProgram('turbo', ['boundaries'], { cwd: folder });
  if (!output.includes('in 2 packages')) throw new Error(`turbo boundaries did not run:\n${output}`);
  return code === 0;
}
