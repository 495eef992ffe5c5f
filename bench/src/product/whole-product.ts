import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openHouse, type House } from '@bihuan/api';
import { closedAtEnd } from './at-end.ts';

const START = fileURLToPath(new URL('../../../scripts/start.mjs', import.meta.url));
const START_MS = 600_000;
const END_MS = 60_000;

export type Part = 'portal' | 'admin' | 'worker' | 'database';

export type WholeProduct = {
  readonly portalUrl: string;
  readonly adminUrl: string;
  readonly dataDir: string;
  /** The house on its database, for settling people and counting afterwards. */
  readonly house: House;
  /** The process that is a part at the moment; 0 where there is none. */
  pidOf(part: Part): Promise<number>;
  /** What it has printed so far. */
  output(): string;
  stop(): Promise<void>;
};

/**
 * Starts the product that is built as `npm start` does, with its supervision, an empty data folder and the built-in database, without
 * the demonstration. `port`: the portal's; the office has the next one. `env`: settings beside; `under`: where the data folder is made. Throws with what was
 * printed where it does not come up.
 */
export async function startWholeProduct(
  port: number,
  env: Readonly<Record<string, string>> = {},
  under = tmpdir(),
): Promise<WholeProduct> {
  const dataDir = await mkdtemp(join(under, 'bihuan-drill-'));
  // As root the database runs under an account of its own, which must be able to enter.
  await chmod(dataDir, 0o755);
  const {
    DATABASE_URL: _,
    DATABASE_READ_URL: _read,
    PORTAL_URL: _portal,
    ADMIN_URL: _admin,
    ...inherited
  } = process.env;
  const settings = { HOST: '127.0.0.1', PORTAL_PORT: `${port}`, ADMIN_PORT: `${port + 1}`, TRUST_PROXY: '1' };
  const child = spawn(process.execPath, [START], {
    env: { ...inherited, ...settings, DATA_DIR: dataDir, DEMO: '0', BUILT: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const gone = once(child, 'exit');
  let printed = '';
  const take = (chunk: string) => void (printed += chunk);
  child.stdout?.setEncoding('utf8').on('data', take);
  child.stderr?.setEncoding('utf8').on('data', take);
  const stop = closedAtEnd(async () => {
    child.kill('SIGTERM');
    await Promise.race([gone, sleep(END_MS, undefined, { ref: false }).then(() => child.kill('SIGKILL'))]);
    await rm(dataDir, { recursive: true, force: true, maxRetries: 20 });
  });
  const giveUpAt = Date.now() + START_MS;
  while (!printed.includes('Ctrl+C')) {
    if (child.exitCode === null && Date.now() < giveUpAt) await sleep(100);
    else {
      await stop();
      throw new Error(`the product did not start:\n${printed}`);
    }
  }
  const kept = async (file: string) => JSON.parse(await readFile(join(dataDir, file), 'utf8')) as unknown;
  const keys = (await kept('postgres.json')) as { port: number; password: string };
  const { BIHUAN_MASTER_KEY: masterKey } = (await kept('secrets.json')) as { BIHUAN_MASTER_KEY: string };
  const databaseUrl = `postgresql://bihuan:${keys.password}@127.0.0.1:${keys.port}/bihuan`;
  const house = openHouse({ databaseUrl, masterKey });
  return {
    portalUrl: `http://127.0.0.1:${port}`,
    adminUrl: `http://127.0.0.1:${port + 1}`,
    ...{ dataDir, house },
    pidOf: async (part) => {
      if (part === 'database') {
        const lock = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '');
        return Number.parseInt(lock, 10) || 0;
      }
      const { processes } = (await kept('running.json')) as { processes: Record<string, number> };
      return processes[part] ?? 0;
    },
    output: () => printed,
    stop: async () => {
      await house.close();
      await stop();
    },
  };
}
