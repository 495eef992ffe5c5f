import { execFileSync } from 'node:child_process';
import { stat } from 'node:fs/promises';
import type { Account } from './run-as.ts';

const DEDICATED = 'bihuan';

/**
 * PostgreSQL refuses to run as root. For root this gives the owner of an existing cluster, else the system account
 * `bihuan` (created when missing), else `nobody`. For anybody else it gives undefined: the server runs as who started it.
 */
export async function serverAccount(cluster: string, log: (line: string) => void): Promise<Account> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(cluster).catch(() => undefined);
  const account =
    (owner && owner.uid !== 0 ? lookUp(String(owner.uid)) : undefined) ??
    lookUp(DEDICATED) ??
    create(log) ??
    lookUp('nobody');
  if (!account)
    throw new Error('PostgreSQL cannot run as root, and no other account was found; run as an ordinary user');
  return account;
}

function lookUp(name: string): Account {
  try {
    const ask = (flag: string) =>
      execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }).trim();
    return { name: ask('-un'), uid: Number(ask('-u')), gid: Number(ask('-g')) };
  } catch {
    return undefined;
  }
}

function create(log: (line: string) => void): Account {
  try {
    const flags = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin'];
    execFileSync('useradd', [...flags, DEDICATED], { stdio: 'pipe' });
  } catch {
    return undefined;
  }
  log(`created the system account ${DEDICATED} for the database, because PostgreSQL does not run as root`);
  return lookUp(DEDICATED);
}
