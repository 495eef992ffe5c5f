import { chown, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { PostgresPrograms } from './postgres-programs.ts';
import { type Account, runAs } from './run-as.ts';
import { makePrivateFolder } from './server-place.ts';

export const SUPERUSER = 'bihuan';

// pg_trgm and full-text search treat Chinese as letters only under a UTF-8 character type; C.UTF-8 sorts by code point.
const LOCALE = process.platform === 'linux' ? 'C.UTF-8' : process.platform === 'darwin' ? 'en_US.UTF-8' : 'C';

/**
 * Runs initdb beside the final folder and renames the result into place, so that a cluster is either whole or not there,
 * and of two processes doing this at once one simply loses. Returns without doing anything when the cluster exists.
 */
export async function initialiseCluster(
  programs: PostgresPrograms,
  account: Account,
  cluster: string,
  password: string,
): Promise<void> {
  if (await isClusterThere(cluster)) return;
  const staging = join(dirname(cluster), `postgres.new-${randomUUID()}`);
  const passwordFile = join(staging, 'password');
  const unfinished = join(staging, 'cluster');
  await mkdir(dirname(cluster), { recursive: true });
  await makePrivateFolder(staging, account);
  try {
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (account) await chown(passwordFile, account.uid, account.gid);
    const done = await runAs(account, programs.initdb, [
      `--pgdata=${unfinished}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      `--locale=${LOCALE}`,
      '--no-instructions',
    ]);
    if (!done.ok) throw new Error(`initdb failed: ${done.output}`);
    await rename(unfinished, cluster).catch(async (error: unknown) => {
      if (!(await isClusterThere(cluster))) throw error;
    });
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** Whether a finished cluster is in this folder. */
export async function isClusterThere(cluster: string): Promise<boolean> {
  const found = await stat(join(cluster, 'PG_VERSION')).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    if (error.code === 'EACCES')
      throw new Error(
        `${cluster} belongs to another user; run as that user or set DATA_DIR to another folder`,
      );
    throw error;
  });
  return found !== undefined;
}
