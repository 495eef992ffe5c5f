import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const PORTAL = fileURLToPath(new URL('../../../apps/portal/dist/server/entry.mjs', import.meta.url));
const ADMIN = fileURLToPath(new URL('../../../apps/admin/build/index.js', import.meta.url));
const WORKER = fileURLToPath(new URL('../../../apps/worker/dist/main.js', import.meta.url));
const READY_MS = 90_000;

export type RunningProcess = {
  readonly url: string;
  readonly pid: number;
  isRunning(): boolean;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
  /** Tells it to stop, as an operator would, and gives its exit code; null where a signal ended it. */
  stop(): Promise<number | null>;
};

export type AppOptions = {
  readonly databaseUrl: string;
  /** A replica that the portal may read from. */
  readonly readUrl?: string;
  /** Where the app keeps files. */
  readonly dataDir: string;
  readonly masterKey: string;
  readonly port: number;
  readonly drainSeconds?: number;
};

/** Starts the built portal in a process of its own and waits until it answers. */
export function startPortal(options: AppOptions): Promise<RunningProcess> {
  return startApp(PORTAL, options);
}

/** Starts the built admin in a process of its own and waits until it answers. */
export function startAdmin(options: AppOptions): Promise<RunningProcess> {
  return startApp(ADMIN, options);
}

/** Starts the worker in a process of its own; `port` is where the portal is; it says nothing when it is up. */
export function startWorker(options: AppOptions): RunningProcess {
  return handleOf(spawnApp(WORKER, options), '');
}

async function startApp(entry: string, options: AppOptions): Promise<RunningProcess> {
  const url = `http://127.0.0.1:${options.port}`;
  // Whatever was left there would be measured instead.
  const isTaken = await fetch(url).then(
    () => true,
    () => false,
  );
  if (isTaken) throw new Error(`something listens at ${url} already`);
  return running(spawnApp(entry, options), url);
}

function spawnApp(
  entry: string,
  { databaseUrl, readUrl = '', dataDir, masterKey, port, drainSeconds = 0 }: AppOptions,
): ChildProcess {
  const url = `http://127.0.0.1:${port}`;
  return spawn(process.execPath, [entry], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      // As `npm start` and the units set them.
      NODE_OPTIONS: '--max-semi-space-size=4',
      MALLOC_ARENA_MAX: '2',
      MALLOC_TRIM_THRESHOLD_: '131072',
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      DATABASE_READ_URL: readUrl,
      DATA_DIR: dataDir,
      BIHUAN_MASTER_KEY: masterKey,
      PORTAL_URL: url,
      ADMIN_URL: url,
      ORIGIN: url,
      HOST: '127.0.0.1',
      TRUST_PROXY: '1',
      PORT: String(port),
      DRAIN_SECONDS: String(drainSeconds),
    },
  });
}

/** Starts one of the bare peers, which says `ready` when it listens. */
export async function startPeer(
  file: string,
  args: readonly string[],
  port: number,
): Promise<RunningProcess> {
  const path = fileURLToPath(new URL(`../peers/${file}`, import.meta.url));
  const child = spawn(process.execPath, [path, String(port), ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return running(child, `http://127.0.0.1:${port}`);
}

async function running(child: ChildProcess, url: string): Promise<RunningProcess> {
  try {
    await answering(url, child);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  return handleOf(child, url);
}

function handleOf(child: ChildProcess, url: string): RunningProcess {
  return {
    url,
    pid: child.pid ?? 0,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
      return child.exitCode;
    },
  };
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  const end = Date.now() + READY_MS;
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`${url} ended before it answered`);
    const isUp = await fetch(`${url}/healthz`).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return;
    await sleep(50);
  }
  throw new Error(`${url} does not answer`);
}
