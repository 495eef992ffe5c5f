import { randomBytes } from 'node:crypto';
import { openHouse, type House } from '@bihuan/api';
import { startPortal, type RunningProcess } from './app-process.ts';
import { openScratchDatabase } from './scratch-database.ts';

/** Runs `work` with the built portal on a database of its own, and takes both away again. */
export async function withPortal<Value>(
  port: number,
  work: (portal: RunningProcess, house: House) => Promise<Value>,
): Promise<Value> {
  const database = await openScratchDatabase();
  const masterKey = randomBytes(32).toString('base64');
  const { url: databaseUrl, dataDir } = database;
  const house = openHouse({ databaseUrl, masterKey });
  try {
    const portal = await startPortal({ databaseUrl, dataDir, masterKey, port });
    try {
      return await work(portal, house);
    } finally {
      await portal.kill();
    }
  } finally {
    await house.close();
    await database.close();
  }
}
