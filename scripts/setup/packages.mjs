import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { ROOT } from '../toolchain.mjs';
import { runProgram } from './run-program.mjs';
import { StepFailed } from './step.mjs';

const MARK = join(ROOT, 'node_modules', '.bihuan-installed');

/** Installs the locked packages, unless the lock file is the one that was installed last. Returns a note. */
export async function installPackages(show) {
  const wanted = fingerprint();
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === wanted) return 'unchanged';
  const args = ['install', '--frozen-lockfile', '--config.confirm-modules-purge=false'];
  const { code, output } = await runProgram('pnpm', args, { onLine: show });
  if (code !== 0) throw new StepFailed('pnpm install failed', output);
  writeFileSync(MARK, wanted);
  return 'installed';
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const name of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(join(ROOT, name)));
  return `${hash.digest('hex')} ${process.platform} ${process.arch}\n`;
}

/** Runs tasks of all packages; what has not changed since comes from turbo's cache. Returns turbo's summary. */
export async function runTurbo(tasks, show, passed = []) {
  const args = ['run', ...tasks, '--output-logs=errors-only', '--no-color', ...passed];
  const { code, output } = await runProgram('turbo', args, { onLine: show });
  if (code !== 0) throw new StepFailed(`turbo run ${tasks.join(' ')} failed`, output);
  return /Cached:\s+(.*total)/.exec(output)?.[1] ?? '';
}
