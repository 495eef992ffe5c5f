import { randomBytes } from 'node:crypto';
import { runLoad } from '../load/run-load.ts';
import { startPeer, startPortal } from '../product/app-process.ts';
import { userSeconds } from '../product/process-use.ts';
import { openScratchDatabase } from '../product/scratch-database.ts';
import { keep } from '../results.ts';
import { median } from '../statistics.ts';

const PORTAL_PORT = 4529;
const PEER_PORT = 4530;
const CLIENTS = 8;

/** Processor time of the portal for a filing against that of a bare Node server which writes the same rows. */
export async function measureCpu(rounds: number, seconds: number): Promise<void> {
  const database = await openScratchDatabase();
  const masterKey = randomBytes(32).toString('base64');
  const portal = await startPortal({
    ...{ databaseUrl: database.url, dataDir: database.dataDir, masterKey, port: PORTAL_PORT },
  });
  const peer = await startPeer('bare-submit.ts', [database.url], PEER_PORT);
  try {
    const each = async ({ pid, url }: { pid: number; url: string }): Promise<number> => {
      const before = await userSeconds(pid);
      const plan = { url: `${url}/complaints/new/check`, clients: CLIENTS, seconds };
      const { done } = await runLoad({ ...plan, scenario: 'file', expect: 303 });
      return (1000 * ((await userSeconds(pid)) - before)) / done;
    };
    await each(portal);
    await each(peer);
    const ours: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      bare.push(await each(peer));
      ours.push(await each(portal));
    }
    const row = {
      'portal ms': Number(median(ours).toFixed(2)),
      'bare ms': Number(median(bare).toFixed(2)),
      ratio: Number((median(ours) / median(bare)).toFixed(1)),
    };
    await keep('cpu', [row], 'user CPU per filing ≤ 3 × the bare write');
  } finally {
    await Promise.all([portal.kill(), peer.kill()]);
    await database.close();
  }
}
