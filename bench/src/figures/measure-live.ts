import { randomBytes } from 'node:crypto';
import { Agent, request as send } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import {
  createFirstAdmin,
  createStaff,
  openHouse,
  openItem,
  setSecondFactorRule,
  submitComplaint,
  type House,
} from '@bihuan/api';
import { SYSTEM, type StaffActor } from '@bihuan/api/domain';
import { signIn } from '../load/office.ts';
import { startAdmin } from '../product/app-process.ts';
import { openScratchDatabase } from '../product/scratch-database.ts';
import { openTcpGate } from '../product/tcp-gate.ts';
import { keep } from '../results.ts';
import { percentile } from '../statistics.ts';

const ADMIN_PORT = 4526;
const GATE_PORT = 4710;
const BETWEEN_MS = 2000;
const GOAL_MS = 1000;
/** How long a writer is held up, or the database is away. */
const HELD_MS = 1500;
const PASSWORD = randomBytes(12).toString('base64url');
const LOCK = 71_530;
const MATTER = {
  ...{ channel: 'portal', complainantKind: 'citizen', openness: 'confidential', name: '反映人甲' },
  ...{ phone: '13800138000', title: '营业执照等了一个月', body: '每次去都说系统在升级，让回去等通知。' },
};

type Way = (save: () => Promise<unknown>) => Promise<number>;

/**
 * How long after a change is saved the lists that are open hear of it, in milliseconds: changes one after the other; changes
 * whose writer was held up while another wrote after it; and changes while the office had no database, from its return. False
 * where one was missed, or came later than a second.
 */
export async function measureLive(lists: number, changes: number): Promise<boolean> {
  const database = await openScratchDatabase();
  const masterKey = randomBytes(32).toString('base64');
  const house = openHouse({ databaseUrl: database.url, masterKey });
  const triage = await settle(house);
  const direct = new URL(database.url);
  const gate = await openTcpGate(GATE_PORT, () => Number(direct.port));
  const through = new URL(direct);
  through.port = `${GATE_PORT}`;
  const admin = await startAdmin({
    ...{ databaseUrl: through.href, dataDir: database.dataDir, masterKey, port: ADMIN_PORT },
  });
  const heard: number[][] = Array.from({ length: lists }, () => []);
  const agent = new Agent({ keepAlive: true });
  /** Each saves a change in its way, and gives the moment from which the lists could hear of it. */
  const ways: readonly (readonly [string, number, Way])[] = [
    ['one after the other', changes, atOnce],
    ['the writer held up', Math.ceil(changes / 4), (save) => heldUp(house, save)],
    [
      'the database away',
      Math.ceil(changes / 10),
      async (save) => {
        await gate.shut();
        await save();
        await wait(HELD_MS);
        await gate.open();
        return performance.now();
      },
    ],
  ];
  try {
    await holdItemsBack(house);
    const cookie = await signIn(admin.url, agent, 'bench', PASSWORD);
    await Promise.all(heard.map((at) => openList(`${admin.url}/supervision/changes`, cookie, agent, at)));
    const rows = [];
    for (const [way, count, change] of ways) {
      const times: number[] = [];
      let missed = 0;
      for (let nth = 0; nth < count; nth += 1) {
        await wait(BETWEEN_MS);
        for (const at of heard) at.length = 0;
        const from = await change(() => openOne(house, triage, `${way}${nth}`));
        await wait(BETWEEN_MS);
        for (const at of heard) {
          if (at[0] === undefined) missed += 1;
          else times.push(Math.max(0, at[0] - from));
        }
      }
      const of = (share: number) => (times.length === 0 ? 0 : Math.round(percentile(times, share)));
      rows.push({
        way,
        lists,
        changes: count,
        'p50 ms': of(0.5),
        'p95 ms': of(0.95),
        'last ms': of(1),
        missed,
      });
    }
    await keep('live', rows, `every list within ${GOAL_MS} ms, none missed`);
    return rows.every((row) => row.missed === 0 && row['last ms'] <= GOAL_MS);
  } finally {
    agent.destroy();
    await admin.kill();
    await gate.close();
    await house.close();
    await database.close();
  }
}

async function atOnce(save: () => Promise<unknown>): Promise<number> {
  await save();
  return performance.now();
}

async function openOne(house: House, triage: StaffActor, which: string): Promise<void> {
  const matter = {
    source: 'leader_assignment',
    basis: `批示${which}`,
    problem: `${which}：交办事项，限期办理`,
  };
  const opened = await openItem(house, triage, { ...matter, doubleReason: '各件分别办理' });
  if (!opened.ok) throw new Error(JSON.stringify(opened));
}

/** Lets whoever holds the lock hold back writers of items at the end of their transaction, with their place in the log taken. */
async function holdItemsBack({ db }: House): Promise<void> {
  await db.pool.query(`CREATE FUNCTION held_back() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM pg_advisory_xact_lock_shared(${LOCK}); RETURN NULL; END $$`);
  await db.pool.query(`CREATE CONSTRAINT TRIGGER held_back AFTER INSERT ON supervision_item
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION held_back()`);
}

/** Another writer takes a later place in the log and is done, and is seen, before the change is. */
async function heldUp(house: House, save: () => Promise<unknown>): Promise<number> {
  const client = await house.db.pool.connect();
  try {
    await client.query(`SELECT pg_advisory_lock(${LOCK})`);
    const saving = save();
    await wait(HELD_MS / 3);
    const filed = await submitComplaint(house, { kind: 'complainant', complaintId: '' }, MATTER);
    if (!filed.ok) throw new Error(JSON.stringify(filed));
    await wait(HELD_MS);
    await client.query(`SELECT pg_advisory_unlock(${LOCK})`);
    await saving;
    return performance.now();
  } finally {
    client.release();
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
