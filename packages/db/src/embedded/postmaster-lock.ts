import { execFileSync } from 'node:child_process';
import { open, readFile, readlink, realpath } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What `postmaster.pid` says. `live`: the process in it is this cluster's server (starting, running or stopping).
 * `dead`: no such process, PostgreSQL clears that by itself. `foreign`: the number belongs to some other process by
 * now (or to a zombie), which PostgreSQL would mistake for a running server.
 */
export type PostmasterLock =
  | { readonly state: 'none' | 'dead' | 'foreign' }
  | { readonly state: 'live'; readonly port: number | undefined };

/** Reads the lock of a cluster and looks at the process it names. */
export async function readPostmasterLock(cluster: string): Promise<PostmasterLock> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => undefined);
  if (text === undefined) return { state: 'none' };
  const lines = text.split('\n');
  const pid = Number.parseInt(lines[0] ?? '', 10);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return { state: 'dead' };
  if (!(await isServerOf(cluster, pid))) return { state: 'foreign' };
  const port = Number.parseInt(lines[3] ?? '', 10);
  return { state: 'live', port: port > 0 ? port : undefined };
}

/**
 * Makes a foreign lock harmless. The file is not removed, because it also holds the key of the shared memory by which
 * PostgreSQL notices surviving children of a killed server; instead it gets the number of this process, which
 * PostgreSQL ignores, as the process that starts it (PG_GRANDPARENT_PID).
 */
export async function disownPostmasterLock(cluster: string): Promise<void> {
  const path = join(cluster, 'postmaster.pid');
  const lines = (await readFile(path, 'utf8')).split('\n');
  const file = await open(path, 'r+');
  try {
    await file.truncate(0);
    await file.write([String(process.pid), ...lines.slice(1)].join('\n'), 0);
  } finally {
    await file.close();
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function isServerOf(cluster: string, pid: number): Promise<boolean> {
  if (process.platform === 'linux') {
    const workingFolder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
    return workingFolder === (await realpath(cluster));
  }
  if (process.platform === 'win32') return true;
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(
      'postgres',
    );
  } catch {
    return false;
  }
}
