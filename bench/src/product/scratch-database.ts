import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareDatabase } from '@bihuan/db';
import { openEmbedded } from '@bihuan/db/embedded';
import { closedAtEnd } from './at-end.ts';

export type ScratchDatabase = {
  readonly url: string;
  /** Where the product keeps its files beside it. */
  readonly dataDir: string;
  close(): Promise<void>;
};

/** A prepared database on a server of its own with the settings of a real one, gone when closed. `now`: when it is prepared. */
export async function openScratchDatabase(now = new Date().toISOString()): Promise<ScratchDatabase> {
  const folder = await openScratchFolder();
  const dataDir = folder.path;
  const server = await openEmbedded({ dataDir, log: () => undefined });
  const stop = closedAtEnd(() => server.stop());
  await prepareDatabase(server.url, () => undefined, now);
  return {
    ...{ url: server.url, dataDir },
    close: async () => {
      await stop();
      await folder.close();
    },
  };
}

/** An empty folder, gone when closed. */
export async function openScratchFolder(): Promise<{ readonly path: string; close(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'bihuan-bench-'));
  // As root the database runs under an account of its own, which would be given a folder elsewhere that stays.
  await chmod(path, 0o755);
  return { path, close: closedAtEnd(() => rm(path, { recursive: true, force: true })) };
}
