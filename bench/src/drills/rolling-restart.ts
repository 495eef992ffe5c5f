import { randomBytes } from 'node:crypto';
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { openHouse } from '@bihuan/api';
import { filingForm } from '../load/filing-form.ts';
import { randomAddress } from '../load/random-address.ts';
import { request } from '../load/request.ts';
import { startPortal, type RunningProcess } from '../product/app-process.ts';
import { openBalancer } from '../product/balancer.ts';
import { openScratchDatabase } from '../product/scratch-database.ts';
import { keep } from '../results.ts';
import { countMissing } from './count-faults.ts';

const ADDRESS = 4530;
const PORTS = [4531, 4532] as const;
const CLIENTS = 8;
/** Longer than the balancer needs to notice. */
const DRAIN_SECONDS = 1;
const BETWEEN_MS = 1500;

/** Two portals behind one address are restarted in turn while clients file and read: no request may fail. */
export async function drillRollingRestart(rounds: number): Promise<boolean> {
  const database = await openScratchDatabase();
  const masterKey = randomBytes(32).toString('base64');
  const house = openHouse({ databaseUrl: database.url, masterKey });
  const start = (port: number) => {
    const { url: databaseUrl, dataDir } = database;
    return startPortal({ databaseUrl, dataDir, masterKey, port, drainSeconds: DRAIN_SECONDS });
  };
  const portals = new Map<number, RunningProcess>();
  try {
    for (const port of PORTS) portals.set(port, await start(port));
    const balancer = await openBalancer(
      ADDRESS,
      [...portals.values()].map(({ url }) => url),
    );
    const load = openLoad(balancer.url);
    const rows = [];
    for (let round = 1; round <= rounds; round += 1)
      for (const port of PORTS) {
        await sleep(BETWEEN_MS);
        const before = { ...load.tally() };
        const began = performance.now();
        const code = await portals.get(port)?.stop();
        const stopped = performance.now();
        portals.set(port, await start(port));
        const back = performance.now();
        await sleep(BETWEEN_MS);
        const { read, filed, failed } = load.tally();
        rows.push({
          ...{
            round,
            port,
            read: read - before.read,
            filed: filed - before.filed,
            failed: failed - before.failed,
          },
          ...{
            'exit code': code ?? -1,
            'stop ms': Math.round(stopped - began),
            'start ms': Math.round(back - stopped),
          },
        });
      }
    const acknowledged = await load.stop();
    await balancer.close();
    const missing = await countMissing(house, acknowledged);
    const { read, filed, failed } = load.tally();
    const sum = {
      round: 'all',
      port: '',
      read,
      filed,
      failed,
      'exit code': '',
      'stop ms': '',
      'start ms': '',
    };
    await keep(
      'rolling-restart',
      [...rows, sum, { ...sum, round: 'missing', read: '', filed: missing, failed: '' }],
      '0 failed requests, 0 acknowledged missing, every process ends by itself with code 0',
    );
    const hasWorked = rows.every((row) => row.read > 0 && row.filed > 0 && row['exit code'] === 0);
    return hasWorked && failed === 0 && balancer.failures() === 0 && missing === 0;
  } finally {
    for (const portal of portals.values()) await portal.kill();
    await house.close();
    await database.close();
  }
}

type Tally = { read: number; filed: number; failed: number };

/** Clients that file and read until they are stopped. */
function openLoad(url: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const tally: Tally = { read: 0, filed: 0, failed: 0 };
  const acknowledged: string[] = [];
  let isOn = true;
  const client = async (_: unknown, index: number) => {
    while (isOn) {
      const headers = { 'x-forwarded-for': randomAddress() };
      const form = index % 2 === 0 ? filingForm() : undefined;
      const path = form === undefined ? '/track' : '/complaints/new/check';
      const answer = await request(agent, `${url}${path}`, headers, form).catch(() => null);
      if (form !== undefined && answer?.status === 303) {
        acknowledged.push(form['once'] ?? '');
        tally.filed += 1;
      } else if (form === undefined && answer?.status === 200) tally.read += 1;
      else tally.failed += 1;
    }
  };
  const clients = Array.from({ length: CLIENTS }, client);
  return {
    tally: () => tally,
    stop: async () => {
      isOn = false;
      await Promise.all(clients);
      agent.destroy();
      return acknowledged;
    },
  };
}
