import { createHash, randomUUID } from 'node:crypto';
import { chmod, chown, cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PostgresPrograms } from './postgres-programs.ts';
import { type Account, runAs } from './run-as.ts';

/** Used only by root, for what the server's account cannot reach where it is, such as folders under /root. */
const REACHABLE = '/var/lib/bihuan';

/**
 * Where the cluster lives: `<dataDir>/postgres`, or, when root keeps dataDir in a folder that is closed to the server's
 * account, a folder under /var/lib/bihuan named after dataDir (said in the log).
 */
export async function clusterFolder(
  dataDir: string,
  account: Account,
  log: (line: string) => void,
): Promise<string> {
  if (!account || (await canEnter(account, dataDir))) return join(dataDir, 'postgres');
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const cluster = join(REACHABLE, name, 'postgres');
  await mkdir(dirname(cluster), { recursive: true, mode: 0o755 });
  log(`${dataDir} is closed to the account ${account.name}, so the database is kept in ${cluster}`);
  return cluster;
}

/** The programs as they are, or a copy of them under /var/lib/bihuan when the account cannot reach the originals. */
export async function reachablePrograms(
  programs: PostgresPrograms,
  account: Account,
  log: (line: string) => void,
): Promise<PostgresPrograms> {
  if (!account || (await canEnter(account, programs.home))) return programs;
  const version = createHash('sha256')
    .update(await changedAt(programs))
    .digest('hex')
    .slice(0, 12);
  const home = join(REACHABLE, `programs-${version}`);
  const moved = (path: string) => join(home, path.slice(programs.home.length));
  const copy = { initdb: moved(programs.initdb), pgCtl: moved(programs.pgCtl), home };
  if (await stat(home).catch(() => undefined)) return copy;
  log(`copying PostgreSQL to ${home}, where the account ${account.name} can read it`);
  const unfinished = `${home}.${randomUUID()}`;
  await mkdir(REACHABLE, { recursive: true, mode: 0o755 });
  await cp(programs.home, unfinished, { recursive: true, verbatimSymlinks: true });
  await rename(unfinished, home).catch(() => rm(unfinished, { recursive: true }));
  return copy;
}

async function changedAt(programs: PostgresPrograms): Promise<string> {
  const { size, mtimeMs } = await stat(programs.initdb);
  return `${programs.home} ${size} ${mtimeMs}`;
}

async function canEnter(account: Account, folder: string): Promise<boolean> {
  return (await runAs(account, '/bin/sh', ['-c', 'cd "$1"', 'sh', folder])).ok;
}

/** Makes a folder that only the server's account may enter. */
export async function makePrivateFolder(folder: string, account: Account): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  if (account) await chown(folder, account.uid, account.gid);
}

/** Hands a cluster made under an account that is no longer known (a rebuilt container) to the present one. */
export async function handOver(cluster: string, account: Account): Promise<void> {
  if (!account || (await stat(cluster)).uid === account.uid) return;
  const done = await runAs(undefined, 'chown', ['-R', `${account.uid}:${account.gid}`, cluster]);
  if (!done.ok) throw new Error(`${cluster} cannot be handed to the account ${account.name}: ${done.output}`);
}
