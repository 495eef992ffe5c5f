import { randomBytes } from 'node:crypto';
import type { LoadPlan } from '../load/load-plan.ts';
import { runLoad } from '../load/run-load.ts';
import { startPeer, startPortal, type RunningProcess } from '../product/app-process.ts';
import { openScratchDatabase } from '../product/scratch-database.ts';
import { keep } from '../results.ts';
import { median } from '../statistics.ts';

const PORTAL_PORT = 4521;
const PEER_PORT = 4522;

/** Filing over HTTP against a bare Node server that writes the same rows in one prepared statement. */
export async function measureSubmit(rounds: number, seconds: number): Promise<void> {
  const database = await openScratchDatabase();
  const masterKey = randomBytes(32).toString('base64');
  const portal = await startPortal({
    databaseUrl: database.url,
    dataDir: database.dataDir,
    masterKey,
    port: PORTAL_PORT,
  });
  const peer = await startPeer('bare-submit.ts', [database.url], PEER_PORT);
  try {
    const rows = [];
    await compare(portal, peer, 8, 1, 2);
    for (const clients of [1, 8, 32]) rows.push(await compare(portal, peer, clients, rounds, seconds));
    await keep('submit', rows, 'share of the ceiling ≥ 50 %');
  } finally {
    await Promise.all([portal.kill(), peer.kill()]);
    await database.close();
  }
}

async function compare(
  portal: RunningProcess,
  peer: RunningProcess,
  clients: number,
  rounds: number,
  seconds: number,
) {
  const plan = (url: string): LoadPlan => ({ url, clients, seconds, scenario: 'file', expect: 303 });
  const ours: number[] = [];
  const ceiling: number[] = [];
  const p95: number[] = [];
  let failed = 0;
  for (let round = 0; round < rounds; round += 1) {
    const bare = await runLoad(plan(`${peer.url}/complaints/new/check`));
    const filed = await runLoad(plan(`${portal.url}/complaints/new/check`));
    ceiling.push(bare.perSecond);
    ours.push(filed.perSecond);
    p95.push(filed.p95);
    failed += filed.failed + bare.failed;
  }
  return {
    clients,
    'portal /s': Math.round(median(ours)),
    'ceiling /s': Math.round(median(ceiling)),
    'share %': Math.round((100 * median(ours)) / median(ceiling)),
    'p95 ms': Number(median(p95).toFixed(1)),
    failed,
  };
}
