import { randomBytes } from 'node:crypto';
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { openHouse } from '@bihuan/api';
import { filingForm } from '../load/filing-form.ts';
import { randomAddress } from '../load/random-address.ts';
import { request } from '../load/request.ts';
import { startPortal, type RunningProcess } from '../product/app-process.ts';
import { openScratchDatabase } from '../product/scratch-database.ts';
import { keep } from '../results.ts';
import { countHalfWritten, countMissing } from './count-faults.ts';

const PORT = 4523;
const CLIENTS = 8;
/** How many complaints are acknowledged before the kill, at least and at most; a slow machine is given time for them. */
const BEFORE_KILL = [40, 120] as const;
const PATIENCE_MS = 60_000;

/** kill -9 of the portal while clients file: every complaint that was acknowledged must be there, whole. */
export async function drillKillPortal(rounds: number): Promise<boolean> {
  const database = await openScratchDatabase();
  const masterKey = randomBytes(32).toString('base64');
  const house = openHouse({ databaseUrl: database.url, masterKey });
  const rows = [];
  try {
    for (let round = 1; round <= rounds; round += 1) {
      const begun = performance.now();
      const portal = await startPortal({
        databaseUrl: database.url,
        dataDir: database.dataDir,
        masterKey,
        port: PORT,
      });
      const backAfter = performance.now() - begun;
      const acknowledged = await fileUntilKilled(portal);
      const missing = await countMissing(house, acknowledged);
      const halfWritten = await countHalfWritten(house);
      const back = Math.round(backAfter);
      rows.push({
        round,
        acknowledged: acknowledged.length,
        missing,
        'half-written': halfWritten,
        'start ms': back,
      });
    }
    await keep('kill-portal', rows, '0 missing, 0 half-written, accepting again in < 10 s');
    return rows.every(
      (row) =>
        row.acknowledged >= BEFORE_KILL[0] &&
        row.missing === 0 &&
        row['half-written'] === 0 &&
        row['start ms'] < 10_000,
    );
  } finally {
    await house.close();
    await database.close();
  }
}

/** Files from all clients until the portal is killed, and returns the tokens of what was acknowledged. */
async function fileUntilKilled(portal: RunningProcess): Promise<readonly string[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const acknowledged: string[] = [];
  let isKilled = false;
  const client = async () => {
    while (!isKilled) {
      const form = filingForm();
      const answer = await request(
        agent,
        `${portal.url}/complaints/new/check`,
        { 'x-forwarded-for': randomAddress() },
        form,
      ).catch(() => null);
      if (answer?.status === 303) acknowledged.push(form['once'] ?? '');
    }
  };
  const clients = Array.from({ length: CLIENTS }, client);
  const [least, most] = BEFORE_KILL;
  const wanted = least + Math.random() * (most - least);
  const giveUpAt = performance.now() + PATIENCE_MS;
  while (acknowledged.length < wanted && performance.now() < giveUpAt) await sleep(5);
  await portal.kill();
  isKilled = true;
  await Promise.all(clients);
  agent.destroy();
  return acknowledged;
}
