import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { ROOT } from '../toolchain.mjs';

/**
 * The database in use: DATABASE_URL when it is set (then nothing is started or stopped here), else the built-in
 * server under the data folder, adopted when it runs already.
 */
export async function openDatabaseServer(dataDir, log) {
  const given = process.env.DATABASE_URL;
  if (given)
    return {
      url: given,
      note: 'DATABASE_URL',
      ended: new Promise(() => undefined),
      stop: async () => undefined,
    };
  const { openEmbedded } = await import(
    pathToFileURL(join(ROOT, 'packages', 'db', 'src', 'embedded.ts')).href
  );
  const server = await openEmbedded({ dataDir, log });
  return { ...server, note: server.adopted ? 'built-in, was running' : 'built-in, started' };
}
