import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The program of the operator. */
export const OPS = fileURLToPath(new URL('../../../apps/ops/dist/main.js', import.meta.url));
const LOOK_MS = 50;

export type OpsRun = {
  readonly code: number;
  /** What it printed, standard error behind standard output. */
  readonly said: string;
  readonly seconds: number;
  /** The most memory it ever held, in MB; 0 where the system does not say. */
  readonly peakMb: number;
};

/** Runs a command of the operator in a process of its own. */
export async function runOps(
  words: readonly string[],
  { databaseUrl, dataDir, masterKey }: { databaseUrl: string; dataDir: string; masterKey: string },
): Promise<OpsRun> {
  const began = performance.now();
  const env = { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, BIHUAN_MASTER_KEY: masterKey };
  const child = spawn(process.execPath, [OPS, ...words], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let peakMb = 0;
  const watch = async () => {
    while (child.exitCode === null && child.signalCode === null) {
      peakMb = Math.max(peakMb, await highWaterMark(child.pid));
      await sleep(LOOK_MS);
    }
  };
  const [out, err] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
    watch(),
  ]);
  const seconds = (performance.now() - began) / 1000;
  return { code: child.exitCode ?? 1, said: `${out}${err}`.trim(), seconds, peakMb };
}

async function highWaterMark(pid = 0): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024);
}
