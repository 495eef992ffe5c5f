import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

// Only what Node 20 has is used here: this file brings the Node that everything else needs.

/** The repository's root folder. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const TOOLS = join(ROOT, '.tools');
const MODULES = join(TOOLS, 'node_modules');
const NODE_VERSION = readFileSync(join(ROOT, '.node-version'), 'utf8').trim();
const NODE_MAJOR = Number.parseInt(NODE_VERSION, 10);
const PNPM_VERSION = '12.21.0';
const NODE_PACKAGE = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const isWindows = process.platform === 'win32';

/**
 * Brings Node and pnpm into .tools/ when they are missing, puts them on PATH, and goes on under that Node:
 * returns only when this process already runs on Node 24 or later, otherwise runs `script` again and ends with it.
 */
export async function useToolchain(script) {
  const isNewEnough = Number.parseInt(process.versions.node, 10) >= NODE_MAJOR;
  const node = isNewEnough ? process.execPath : ownNode();
  const missing = [
    ...(isNewEnough || isInstalled(NODE_PACKAGE, NODE_VERSION) ? [] : [`${NODE_PACKAGE}@${NODE_VERSION}`]),
    ...(isInstalled('pnpm', PNPM_VERSION) && pnpmRuns() ? [] : [`pnpm@${PNPM_VERSION}`]),
  ];
  if (missing.length > 0) fetchTools(missing, isNewEnough);
  const paths = [dirname(node), join(MODULES, '.bin'), join(ROOT, 'node_modules', '.bin'), process.env.PATH];
  process.env.PATH = paths.join(delimiter);
  // What was compiled once, types taken off with it, is not compiled again by the next process.
  process.env.NODE_COMPILE_CACHE ??= join(TOOLS, 'compile-cache');
  if (!isNewEnough) process.exit(await runAgain(node, script));
}

function ownNode() {
  return join(MODULES, NODE_PACKAGE, 'bin', isWindows ? 'node.exe' : 'node');
}

function isInstalled(name, version) {
  const manifest = join(MODULES, name, 'package.json');
  return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === version;
}

function pnpmRuns() {
  return spawnSync(join(MODULES, '.bin', 'pnpm'), ['--version'], { shell: isWindows }).status === 0;
}

function fetchTools(missing, isNewEnough) {
  const began = Date.now();
  console.log(`  toolchain: bringing ${missing.join(' and ')} into .tools …`);
  // All of them are named, because npm removes what a command does not name.
  const wanted = [...(isNewEnough ? [] : [`${NODE_PACKAGE}@${NODE_VERSION}`]), `pnpm@${PNPM_VERSION}`];
  const flags = [
    '--no-save',
    '--no-package-lock',
    '--no-audit',
    '--no-fund',
    '--no-update-notifier',
    '--loglevel=error',
  ];
  const args = ['install', '--prefix', TOOLS, ...flags, ...wanted];
  const npm = process.env.npm_execpath?.endsWith('.js') ? process.env.npm_execpath : undefined;
  const done = npm
    ? spawnSync(process.execPath, [npm, ...args], { stdio: 'inherit' })
    : spawnSync('npm', args, { stdio: 'inherit', shell: isWindows });
  if (done.status !== 0) fail(`npm could not bring ${missing.join(' and ')}; is its registry reachable?`);
  // npm may be told not to run install scripts; pnpm's links its program into place.
  if (!pnpmRuns()) spawnSync(process.execPath, [join(MODULES, 'pnpm', 'install.js')], { stdio: 'inherit' });
  if (!pnpmRuns()) fail(`pnpm ${PNPM_VERSION} does not run on ${process.platform} ${process.arch}`);
  console.log(`✓ toolchain  ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

function fail(message) {
  console.error(`✗ toolchain: ${message}`);
  process.exit(1);
}

/** npm ends on a signal without passing it on; what it launched notices by its parent. */
export function whenLauncherIsGone(act) {
  if (isWindows || process.env.npm_lifecycle_event === undefined) return;
  const launcher = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === launcher) return;
    clearInterval(watch);
    act();
  }, 1000);
  watch.unref();
}

/** Runs the script under the other Node, passing signals on. With the channel it notices when this process is killed. */
function runAgain(node, script) {
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc'];
  const child = spawn(node, [script, ...process.argv.slice(2)], { stdio });
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // Ctrl+C reaches the whole process group by itself; this process only has to outlive the other.
  process.on('SIGINT', () => undefined);
  whenLauncherIsGone(() => child.kill('SIGTERM'));
  return new Promise((resolve) => {
    child.on('exit', (code, signal) => resolve(signal ? 1 : (code ?? 1)));
  });
}
