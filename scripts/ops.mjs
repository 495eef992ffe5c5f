import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { openDatabaseServer } from './setup/database.mjs';
import { installPackages, runTurbo } from './setup/packages.mjs';
import { readSecrets } from './setup/secrets.mjs';
import { readSettings } from './setup/settings.mjs';
import { ROOT, useToolchain } from './toolchain.mjs';

// `npm run ops -- <command>`: runs a command of apps/ops on the database in use. The built-in server is started for
// the command when it does not run, and ends with it.
await useToolchain(fileURLToPath(import.meta.url));

const quiet = () => undefined;
await installPackages(quiet);
await runTurbo(['build'], quiet, ['--filter=@bihuan/ops']);

const settings = readSettings();
const database = await openDatabaseServer(settings.dataDir, (line) => console.error(line));
const env = {
  ...process.env,
  DATABASE_URL: database.url,
  DATA_DIR: settings.dataDir,
  PORTAL_URL: settings.portalUrl,
  ADMIN_URL: settings.adminUrl,
  ...readSecrets(settings.dataDir),
};
const child = spawn(
  process.execPath,
  [join(ROOT, 'apps', 'ops', 'dist', 'main.js'), ...process.argv.slice(2)],
  {
    env,
    stdio: 'inherit',
  },
);
// Ctrl+C reaches the command itself; here it must only not end this process before the database is put away.
process.on('SIGINT', quiet);
process.on('SIGTERM', () => child.kill('SIGTERM'));
process.on('disconnect', () => child.kill('SIGTERM'));
const code = await new Promise((resolve) =>
  child.once('exit', (status, signal) => resolve(signal ? 1 : status)),
);
await database.stop();
process.exit(code);
