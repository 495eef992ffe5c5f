import { randomBytes, randomUUID } from 'node:crypto';
import { chown, link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Port and password of an embedded server, kept in `<dataDir>/postgres.json`, readable by its owner only. */
export type ServerKeys = { readonly port: number; readonly password: string };

/** Reads the keys; undefined when there are none yet. */
export async function readServerKeys(dataDir: string): Promise<ServerKeys | undefined> {
  const text = await readFile(keysFile(dataDir), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    if (error.code === 'EACCES') {
      throw new Error(
        `${dataDir} belongs to another user; run as that user or set DATA_DIR to another folder`,
      );
    }
    throw error;
  });
  if (text === undefined) return undefined;
  const { port, password } = JSON.parse(text) as Partial<ServerKeys>;
  if (typeof port !== 'number' || typeof password !== 'string')
    throw new Error(`${keysFile(dataDir)} is damaged`);
  return { port, password };
}

/** Makes keys with a new password, unless another process was first: then returns those. */
export async function createServerKeys(dataDir: string, port: number): Promise<ServerKeys> {
  const keys = { port, password: randomBytes(24).toString('base64url') };
  const draft = await writeDraft(dataDir, keys);
  await link(draft, keysFile(dataDir)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  return (await readServerKeys(dataDir)) ?? keys;
}

export async function saveServerKeys(dataDir: string, keys: ServerKeys): Promise<void> {
  await rename(await writeDraft(dataDir, keys), keysFile(dataDir));
}

async function writeDraft(dataDir: string, keys: ServerKeys): Promise<string> {
  const draft = join(dataDir, `postgres.json.${randomUUID()}`);
  await writeFile(draft, `${JSON.stringify(keys)}\n`, { mode: 0o600 });
  const { uid, gid } = await stat(dataDir);
  if (process.getuid?.() === 0) await chown(draft, uid, gid);
  return draft;
}

function keysFile(dataDir: string): string {
  return join(dataDir, 'postgres.json');
}
