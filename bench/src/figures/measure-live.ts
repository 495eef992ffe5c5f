import { randomBytes } from 'node:crypto';
import { Agent, request as send } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import {
  createFirstAdmin,
  createStaff,
  openHouse,
  openItem,
  setSecondFactorRule,
  type House,
} from '@bihuan/api';
import { SYSTEM, type StaffActor } from '@bihuan/api/domain';
import { signIn } from '../load/office.ts';
import { startAdmin } from '../product/app-process.ts';
import { openScratchDatabase } from '../product/scratch-database.ts';
import { keep } from '../results.ts';
import { percentile } from '../statistics.ts';

const ADMIN_PORT = 4526;
const BETWEEN_MS = 2000;
const PASSWORD = randomBytes(12).toString('base64url');

/** How long after a change is saved the lists that are open hear of it, in milliseconds. */
export async function measureLive(lists: number, changes: number): Promise<void> {
  const database = await openScratchDatabase();
  const masterKey = randomBytes(32).toString('base64');
  const house = openHouse({ databaseUrl: database.url, masterKey });
  const triage = await settle(house);
  const admin = await startAdmin({
    ...{ databaseUrl: database.url, dataDir: database.dataDir, masterKey, port: ADMIN_PORT },
  });
  const heard: number[][] = Array.from({ length: lists }, () => []);
  const agent = new Agent({ keepAlive: true });
  try {
    const cookie = await signIn(admin.url, agent, 'bench', PASSWORD);
    await Promise.all(heard.map((at) => openList(`${admin.url}/supervision/changes`, cookie, agent, at)));
    const times: number[] = [];
    let missed = 0;
    for (let change = 0; change < changes; change += 1) {
      await wait(BETWEEN_MS);
      for (const at of heard) at.length = 0;
      const matter = {
        source: 'leader_assignment',
        basis: `批示${change}`,
        problem: `第${change}件交办事项，限期办理`,
      };
      const opened = await openItem(house, triage, { ...matter, doubleReason: '各件分别办理' });
      if (!opened.ok) throw new Error(JSON.stringify(opened));
      const saved = performance.now();
      await wait(BETWEEN_MS);
      for (const at of heard) {
        if (at[0] === undefined) missed += 1;
        else times.push(at[0] - saved);
      }
    }
    const row = {
      lists,
      changes,
      'p50 ms': percentile(times, 0.5),
      'p95 ms': percentile(times, 0.95),
      'last ms': Math.max(...times),
      missed,
    };
    await keep('live', [rounded(row)], 'every list within 1,000 ms, none missed');
  } finally {
    agent.destroy();
    await admin.kill();
    await house.close();
    await database.close();
  }
}

async function settle(house: House): Promise<StaffActor> {
  const admin = await createFirstAdmin(house, { login: 'first', name: '管理员', password: PASSWORD });
  if (!admin.ok) throw new Error(JSON.stringify(admin));
  const { id: departmentId } = await house.db.prisma.department.findFirstOrThrow();
  const staff = await createStaff(house, SYSTEM, {
    ...{ login: 'bench', name: '督办专员', password: PASSWORD, departmentId, roles: ['triage_admin'] },
  });
  if (!staff.ok) throw new Error(JSON.stringify(staff));
  await setSecondFactorRule(house, 'offered');
  return { kind: 'staff', staffId: staff.value.id, departmentId, roles: ['triage_admin'] };
}

/** Opens the stream of changes and notes when each comes; resolves when it is open. */
function openList(url: string, cookie: string, agent: Agent, at: number[]): Promise<undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const outgoing = send(url, { agent, headers: { cookie, accept: 'text/event-stream' } }, (incoming) => {
    if (incoming.statusCode !== 200) reject(new Error(`the stream was answered ${incoming.statusCode}`));
    incoming.on('error', () => undefined);
    incoming.on('data', (chunk: Buffer) => {
      if (chunk.includes('data: changed')) at.push(performance.now());
      resolve(undefined);
    });
  });
  outgoing.on('error', reject);
  outgoing.end();
  return promise;
}

function rounded(row: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Math.round(value)]));
}
