import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openEmbedded } from '@bihuan/db/embedded';
import { closedAtEnd } from './at-end.ts';
import { runOps } from './run-ops.ts';
import { openScratchFolder, type ScratchDatabase } from './scratch-database.ts';

export type DemoDatabase = ScratchDatabase & {
  readonly masterKey: string;
  /** Anything that is kept in the folder is older than this opening. */
  readonly isKept: boolean;
};

/**
 * A database with the demonstration in it: some hundred cases of every state, played through the use cases. In a `folder` it is
 * made once and left there; without one it is gone when closed.
 */
export async function openDemoDatabase(
  folder?: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<DemoDatabase> {
  const scratch = folder === undefined ? await openScratchFolder() : null;
  const dataDir = scratch?.path ?? folder ?? '';
  await mkdir(dataDir, { recursive: true });
  const keyFile = join(dataDir, 'master-key');
  const kept = await readFile(keyFile, 'utf8').catch(() => null);
  const masterKey = kept ?? randomBytes(32).toString('base64');
  const server = await openEmbedded({ dataDir, settings, log: () => undefined });
  const close = closedAtEnd(async () => {
    await server.stop();
    await scratch?.close();
  });
  const { code, said } = await runOps(['prepare'], { databaseUrl: server.url, dataDir, masterKey });
  if (code !== 0) {
    await close();
    throw new Error(said);
  }
  await writeFile(keyFile, masterKey);
  return { url: server.url, dataDir, masterKey, isKept: kept !== null, close };
}
