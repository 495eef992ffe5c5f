import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort, isPortFree } from './embedded/free-port.ts';
import { initialiseCluster, isClusterThere, SUPERUSER } from './embedded/initialise-cluster.ts';
import { disownPostmasterLock, readPostmasterLock } from './embedded/postmaster-lock.ts';
import { findPostgresPrograms } from './embedded/postgres-programs.ts';
import { serverAccount } from './embedded/server-account.ts';
import { createServerKeys, readServerKeys, saveServerKeys, type ServerKeys } from './embedded/server-keys.ts';
import { takeLease } from './embedded/server-lease.ts';
import { clusterFolder, handOver, reachablePrograms } from './embedded/server-place.ts';
import { type Cluster, startServer, stopServer } from './embedded/server-process.ts';
import type { ServerSettings } from './embedded/server-settings.ts';

const DATABASE = 'bihuan';
const STARTS = 20;
const RECOVERY_MS = 15 * 60_000;

export type EmbeddedOptions = {
  /** The cluster goes to `<dataDir>/postgres`, port and password to `<dataDir>/postgres.json`. */
  readonly dataDir: string;
  /** Without it a free port is chosen once and kept. */
  readonly port?: number | undefined;
  readonly settings?: ServerSettings;
  readonly log: (line: string) => void;
};

export type EmbeddedServer = {
  /** Connection string of the database `bihuan`, as its owner. */
  readonly url: string;
  /** True when the server was already running. */
  readonly adopted: boolean;
  /** Resolves when the server goes away, wanted or not; then it can be opened again. */
  readonly ended: Promise<void>;
  /** Ends our use. The server is shut down together with its last user. */
  stop(): Promise<void>;
};

/**
 * Opens the built-in PostgreSQL on 127.0.0.1: makes the cluster on first use, takes over a server left running by a
 * crash, clears a stale lock, and otherwise starts one. Run as root, the server gets an account of its own.
 * Throws when it cannot run here, with the reason in the message.
 */
export async function openEmbedded({
  dataDir,
  port,
  settings = {},
  log,
}: EmbeddedOptions): Promise<EmbeddedServer> {
  await mkdir(dataDir, { recursive: true });
  const home = await realpath(dataDir);
  const { cluster, keys } = await prepareCluster(home, log);
  let hasStarted = false;
  let reason = '';
  for (let start = 0; start < STARTS; start += 1) {
    const opened = await useRunningServer(cluster, keys.password, log);
    if (opened) return { ...opened, adopted: !hasStarted };
    const begun = await startServer(cluster, await choosePort(home, keys, port, log), settings);
    hasStarted = begun.ok;
    reason = begun.output;
    // Children of a killed server may need a moment to notice and leave; another process may have been first.
    if (!begun.ok) await sleep(500);
  }
  throw new Error(`The built-in database in ${cluster.folder} does not start: ${reason}`);
}

async function prepareCluster(
  home: string,
  log: (line: string) => void,
): Promise<{ cluster: Cluster; keys: ServerKeys }> {
  const account = await serverAccount(join(home, 'postgres'), log);
  const folder = await clusterFolder(home, account, log);
  const programs = await reachablePrograms(await findPostgresPrograms(), account, log);
  const kept = await readServerKeys(home);
  if (!kept && (await isClusterThere(folder))) {
    throw new Error(
      `${join(home, 'postgres.json')} with the password of the database in ${folder} is missing`,
    );
  }
  const keys = kept ?? (await createServerKeys(home, await findFreePort()));
  await initialiseCluster(programs, account, folder, keys.password);
  await handOver(folder, account);
  return { cluster: { folder, account, programs }, keys };
}

/** Waits for a server that is running, starting or stopping; undefined once there is none. */
async function useRunningServer(
  cluster: Cluster,
  password: string,
  log: (line: string) => void,
): Promise<Omit<EmbeddedServer, 'adopted'> | undefined> {
  const deadline = Date.now() + RECOVERY_MS;
  while (Date.now() < deadline) {
    const lock = await readPostmasterLock(cluster.folder);
    if (lock.state === 'foreign') {
      log('clearing the lock of a database server that is gone');
      await disownPostmasterLock(cluster.folder);
    }
    if (lock.state !== 'live') return undefined;
    const url = (database: string) =>
      `postgresql://${SUPERUSER}:${password}@127.0.0.1:${lock.port}/${database}`;
    const lease =
      lock.port === undefined ? undefined : await takeLease(url('postgres'), cluster.folder, DATABASE);
    if (lease) {
      const stop = () => lease.giveBack(() => stopServer(cluster));
      return { url: url(DATABASE), ended: lease.ended, stop };
    }
    await sleep(50);
  }
  throw new Error(`The built-in database in ${cluster.folder} runs but does not answer`);
}

async function choosePort(
  home: string,
  keys: ServerKeys,
  wanted: number | undefined,
  log: (line: string) => void,
): Promise<number> {
  if (wanted !== undefined) return wanted;
  const kept = (await readServerKeys(home)) ?? keys;
  if (await isPortFree(kept.port)) return kept.port;
  const port = await findFreePort();
  log(`port ${kept.port} is taken by another program, the database moves to port ${port}`);
  await saveServerKeys(home, { ...kept, port });
  return port;
}
