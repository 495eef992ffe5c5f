import { randomBytes } from 'node:crypto';
import { Agent } from 'node:http';
import { openHouse } from '@bihuan/api';
import { prepareDatabase } from '@bihuan/db';
import { fileAtPortal } from '../load/file-at-portal.ts';
import { startPortal, startWorker } from '../product/app-process.ts';
import { openPatroniPair } from '../product/patroni-pair.ts';
import { openPrimaryWay } from '../product/primary-way.ts';
import { openScratchFolder } from '../product/scratch-database.ts';
import { keep } from '../results.ts';
import { holdsAll, killInRounds, type Kill } from './kill-rounds.ts';

const PORT = 4570;
const PORTAL_PORT = 4580;
const CLIENTS = 8;
/** A dead primary keeps its place for twenty seconds; the standby needs a few to take it. */
const WITHIN_MS = 40_000;

/**
 * The node of the primary dies under load, synchronous replication on; the standby takes over and the dead one comes back as
 * standby. Nothing acknowledged may be missing. Skipped, and told so, without Debian's patroni, etcd-server and postgresql; through
 * Debian's haproxy where it is there.
 */
export async function drillPatroni(rounds: number): Promise<boolean | 'skipped'> {
  const pair = await openPatroniPair(PORT);
  if (pair === undefined) {
    console.log('skipped: install patroni, etcd-server and postgresql');
    return 'skipped';
  }
  const way = await openPrimaryWay(PORT, pair);
  const folder = await openScratchFolder();
  const masterKey = randomBytes(32).toString('base64');
  const given = { databaseUrl: pair.url, dataDir: folder.path, masterKey };
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const apps = [];
  await prepareDatabase(pair.url, () => undefined, new Date().toISOString());
  const house = openHouse({ databaseUrl: pair.url, masterKey });
  house.db.pool.on('error', () => undefined);
  try {
    const portal = await startPortal({ ...given, port: PORTAL_PORT });
    apps.push(portal, startWorker({ ...given, port: PORTAL_PORT }));
    let isFirst = true;
    const kill: Kill = async () => {
      if (!isFirst) await pair.rejoin();
      isFirst = false;
      const before = pair.primaryPort();
      const at = performance.now();
      await pair.killPrimary();
      return { at, isReplaced: () => pair.primaryPort() !== before };
    };
    const file = () => fileAtPortal(agent, portal.url);
    const rows = await killInRounds(house, { kill, rounds, clients: CLIENTS, file });
    const ended = apps.filter((app) => !app.isRunning()).length;
    await keep(
      'patroni',
      rows,
      `0 acknowledged missing; filing again in < ${WITHIN_MS / 1000} s; no app ends (${ended} did); ${pair.version}, ${way.name}`,
    );
    return holdsAll(rows, WITHIN_MS) && ended === 0;
  } finally {
    agent.destroy();
    for (const app of apps) await app.kill();
    await house.close();
    await way.close();
    await pair.close();
    await folder.close();
  }
}
