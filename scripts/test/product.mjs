import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { StepFailed } from '../setup/step.mjs';
import { findFreePort } from '../start/ports.mjs';
import { ROOT } from '../toolchain.mjs';

const PATIENCE_MS = 240_000;

/**
 * Starts the whole product as `npm start` does, on free ports, with an empty data folder of its own and the built-in
 * database. Returns the environment by which tests find it, and `stop()`, which also removes the folder.
 */
export async function startProduct(show) {
  const dataDir = mkdtempSync(join(tmpdir(), 'bihuan-e2e-'));
  // As root the database runs under an account of its own, which must be able to enter.
  chmodSync(dataDir, 0o755);
  const [portalPort, adminPort] = [await findFreePort(), await findFreePort()];
  const { DATABASE_URL, DATABASE_READ_URL, PORTAL_URL, ADMIN_URL, ...inherited } = process.env;
  void [DATABASE_URL, DATABASE_READ_URL, PORTAL_URL, ADMIN_URL];
  const child = spawn(process.execPath, [join(ROOT, 'scripts', 'start.mjs')], {
    env: {
      ...inherited,
      DATA_DIR: dataDir,
      PORTAL_PORT: String(portalPort),
      ADMIN_PORT: String(adminPort),
      HOST: '127.0.0.1',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  let output = '';
  const isUp = await new Promise((resolve) => {
    const take = (chunk) => {
      output += chunk;
      show(chunk);
      if (output.includes('Ctrl+C')) resolve(true);
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    void gone.then(() => resolve(false));
    setTimeout(() => resolve(false), PATIENCE_MS).unref();
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await gone;
    rmSync(dataDir, { recursive: true, force: true });
  };
  if (!isUp) {
    await stop();
    throw new StepFailed('the product did not start', output);
  }
  const env = {
    DATA_DIR: dataDir,
    PORTAL_URL: `http://127.0.0.1:${portalPort}`,
    ADMIN_URL: `http://127.0.0.1:${adminPort}`,
  };
  return { env, output: () => output, stop };
}
