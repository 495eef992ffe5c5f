import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openDatabaseServer } from './setup/database.mjs';
import { installPackages, runTurbo } from './setup/packages.mjs';
import { endPrograms, runProgram } from './setup/run-program.mjs';
import { readSecrets } from './setup/secrets.mjs';
import { readSettings } from './setup/settings.mjs';
import { step, StepFailed } from './setup/step.mjs';
import { listApps } from './start/apps.mjs';
import { checkPorts } from './start/check-ports.mjs';
import { waitUntilHealthy } from './start/health.mjs';
import { removeRunningFile, writeRunningFile } from './start/running-file.mjs';
import { supervise } from './start/supervisor.mjs';
import { ROOT, useToolchain, whenLauncherIsGone } from './toolchain.mjs';

await useToolchain(fileURLToPath(import.meta.url));

const OPS = join(ROOT, 'apps', 'ops', 'dist', 'main.js');
const began = performance.now();
const say = (line) => console.log(`  ${line}`);

let settings;
let database;
const apps = [];
let stopping;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0));
process.on('disconnect', () => void stop(0));
whenLauncherIsGone(() => void stop(0));

try {
  settings = readSettings();
  await checkPorts(settings);
  await start();
} catch (error) {
  if (!stopping) {
    console.error(`\n✗ ${error instanceof Error ? error.message : error}`);
    if (error instanceof StepFailed && error.output) console.error(error.output.trimEnd());
    await stop(1);
  }
}

async function start() {
  // BUILT=1: whoever starts it has just built it.
  if (process.env.BUILT !== '1') {
    await step('packages', installPackages);
    await step('build', (show) => runTurbo(['generate', 'build'], show));
  }
  await step('database', async () => {
    database = await openDatabaseServer(settings.dataDir, say);
    return database.note;
  });
  void keepDatabase();
  const shared = {
    DATABASE_URL: database.url,
    DATA_DIR: settings.dataDir,
    PORTAL_URL: settings.portalUrl,
    ADMIN_URL: settings.adminUrl,
    NODE_ENV: process.env.NODE_ENV ?? 'production',
    ...readSecrets(settings.dataDir),
  };
  await step('data', async (show) => {
    const { code, output } = await runProgram(process.execPath, [OPS, 'prepare'], {
      env: shared,
      onLine: show,
    });
    if (code !== 0) throw new StepFailed('the database could not be prepared', output);
  });
  await step('apps', () => startApps(shared));
  await greet(shared);
}

async function startApps(shared) {
  const listed = listApps(settings, shared);
  const note = () => {
    try {
      writeRunningFile(settings.dataDir, settings, apps);
    } catch (error) {
      say(`running.json could not be written (${error.code})`);
    }
  };
  for (const app of listed) apps.push(supervise(app, settings.dataDir, say, () => setImmediate(note)));
  for (const [index, { name, address }] of listed.entries()) {
    const app = apps[index];
    const hasFailed = () => stopping !== undefined || app.crashes() >= 3;
    const isUp = address === undefined ? !hasFailed() : await waitUntilHealthy(address, hasFailed);
    if (!isUp && !stopping) throw new StepFailed(`${name} does not answer`, app.lastLines());
  }
}

async function greet(shared) {
  const accounts = await runProgram(process.execPath, [OPS, 'demo-accounts'], { env: shared });
  if (stopping) return;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`\nBihuan 闭环 is up after ${seconds} s\n`);
  console.log(`  portal  ${settings.portalUrl}`);
  console.log(`  admin   ${settings.adminUrl}\n`);
  if (accounts.code === 0 && accounts.output.trim() !== '') console.log(`${accounts.output.trimEnd()}\n`);
  console.log('  Ctrl+C stops it.');
}

/** The apps reconnect by themselves; this brings the server back when it dies under them. */
async function keepDatabase() {
  for (;;) {
    await database.ended;
    if (stopping) return;
    say('the database is gone; starting it again');
    try {
      database = await openDatabaseServer(settings.dataDir, say);
      say('the database is back');
    } catch (error) {
      say(error.message);
      await sleep(2000);
    }
  }
}

function stop(code) {
  stopping ??= (async () => {
    if (apps.length > 0) console.log('\n  stopping …');
    endPrograms();
    await Promise.all(apps.map((app) => app.stop()));
    await database?.stop();
    if (apps.length > 0) removeRunningFile(settings.dataDir);
    process.exit(code);
  })();
  return stopping;
}
