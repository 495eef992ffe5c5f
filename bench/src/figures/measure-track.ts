import { randomBytes } from 'node:crypto';
import { Agent } from 'node:http';
import { openHouse, submitComplaint } from '@bihuan/api';
import type { LoadPlan } from '../load/load-plan.ts';
import { request } from '../load/request.ts';
import { runLoad } from '../load/run-load.ts';
import { startPeer, startPortal } from '../product/app-process.ts';
import { openScratchDatabase } from '../product/scratch-database.ts';
import { keep } from '../results.ts';
import { median } from '../statistics.ts';

const PORTAL_PORT = 4524;
const PEER_PORT = 4525;

/** Opening a case by number and code, and its page, against a bare Node server with one indexed select. */
export async function measureTrack(rounds: number, seconds: number): Promise<void> {
  const database = await openScratchDatabase();
  const masterKey = randomBytes(32).toString('base64');
  const fields = await fileOne(database.url, masterKey);
  const portal = await startPortal({
    databaseUrl: database.url,
    dataDir: database.dataDir,
    masterKey,
    port: PORTAL_PORT,
  });
  const peer = await startPeer('bare-select.ts', [database.url, fields.number], PEER_PORT);
  try {
    const cookie = await openCase(portal.url, fields);
    const bare: LoadPlan = { url: peer.url, clients: 8, seconds, scenario: 'get', expect: 200 };
    const page: LoadPlan = { ...bare, url: `${portal.url}/track/case`, headers: { cookie } };
    const open: LoadPlan = { ...bare, url: `${portal.url}/track`, scenario: 'track', fields, expect: 303 };
    const rows = [];
    await compare(open, bare, 1, 8);
    for (const clients of [1, 8, 32]) {
      rows.push({ what: 'number and code', ...(await compare(open, bare, rounds, clients)) });
      rows.push({ what: 'promise page', ...(await compare(page, bare, rounds, clients)) });
    }
    await keep('track', rows, 'share of the ceiling ≥ 40 %');
  } finally {
    await Promise.all([portal.kill(), peer.kill()]);
    await database.close();
  }
}

async function fileOne(databaseUrl: string, masterKey: string): Promise<{ number: string; code: string }> {
  const house = openHouse({ databaseUrl, masterKey });
  const filed = await submitComplaint(
    house,
    { kind: 'complainant', complaintId: '' },
    {
      channel: 'portal',
      complainantKind: 'citizen',
      openness: 'anonymous',
      title: '经营范围变更跑了四趟没办成',
      body: '材料交了四次，每次要求补的都不一样，窗口也不出具一次性告知书。',
    },
  );
  await house.close();
  if (!filed.ok) throw new Error('filing was refused');
  return { number: filed.value.trackingNumber, code: filed.value.queryCode };
}

async function openCase(portal: string, fields: { number: string; code: string }): Promise<string> {
  const agent = new Agent();
  const answer = await request(agent, `${portal}/track`, {}, fields);
  agent.destroy();
  if (answer.status !== 303) throw new Error(`the case was answered ${answer.status}`);
  return answer.cookies.map((cookie) => cookie.split(';')[0]).join('; ');
}

async function compare(ours: LoadPlan, bare: LoadPlan, rounds: number, clients: number) {
  const measured: number[] = [];
  const ceiling: number[] = [];
  const p95: number[] = [];
  let failed = 0;
  for (let round = 0; round < rounds; round += 1) {
    ceiling.push((await runLoad({ ...bare, clients })).perSecond);
    const result = await runLoad({ ...ours, clients });
    measured.push(result.perSecond);
    p95.push(result.p95);
    failed += result.failed;
  }
  return {
    clients,
    'portal /s': Math.round(median(measured)),
    'ceiling /s': Math.round(median(ceiling)),
    'share %': Math.round((100 * median(measured)) / median(ceiling)),
    'p95 ms': Number(median(p95).toFixed(1)),
    failed,
  };
}
