import { randomBytes } from 'node:crypto';
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { prepareDatabase } from '@bihuan/db';
import pg from 'pg';
import { fileAtPortal } from '../load/file-at-portal.ts';
import { startPortal } from '../product/app-process.ts';
import { openPatroniPair } from '../product/patroni-pair.ts';
import { openScratchFolder } from '../product/scratch-database.ts';
import { openTcpGate } from '../product/tcp-gate.ts';
import { keep } from '../results.ts';

const PORT = 4590;
const READ_PORT = 4598;
const PORTAL_PORT = 4599;
/** What is read from the database with every asking, and not remembered for half a minute. */
const PAGES = ['/bulletins', '/strike-offs'];
/** How long a replica may be behind, and be silent, until it is not asked any more; with some room. */
const TURN_MS = 10_000;
/** The look whether it follows is a query of its own, each second. */
const LOOKS = 2;

const BEHIND = 'SELECT round(extract(epoch FROM now() - pg_last_xact_replay_timestamp()))::int AS behind';

type Phase = {
  readonly state: string;
  readonly pages: number;
  readonly failed: number;
  /** Seconds since the last change that the standby has played; – where it cannot be asked. */
  readonly 'behind s': number | '–';
  /** Queries that the standby answered in each second; – where it cannot be asked. */
  readonly 'standby /s': number | '–';
};

/**
 * The portal with `DATABASE_READ_URL` at a standby, complaints being filed: published pages come from the standby while it
 * follows, from the primary while its replay is held up or it is dead, and from the standby again. No page fails. Skipped, and
 * told so, without Debian's patroni, etcd-server and postgresql.
 */
export async function drillReplica(seconds: number): Promise<boolean | 'skipped'> {
  const pair = await openPatroniPair(PORT);
  if (pair === undefined) {
    console.log('skipped: install patroni, etcd-server and postgresql');
    return 'skipped';
  }
  const gate = await openTcpGate(PORT, pair.primaryPort);
  const readGate = await openTcpGate(READ_PORT, pair.standbyPort);
  const folder = await openScratchFolder();
  const readUrl = pair.url.replace(`:${PORT}/`, `:${READ_PORT}/`);
  const masterKey = randomBytes(32).toString('base64');
  const agent = new Agent({ keepAlive: true });
  let isOn = true;
  try {
    await prepareDatabase(pair.url, () => undefined, new Date().toISOString());
    const given = { databaseUrl: pair.url, readUrl, dataDir: folder.path, masterKey };
    const portal = await startPortal({ ...given, port: PORTAL_PORT });
    const filing = (async () => {
      while (isOn) {
        await fileAtPortal(agent, portal.url).catch(() => null);
        await sleep(200);
      }
    })();
    const standby = () => pair.superuserAt(pair.standbyPort());
    const phase = (state: string) => askPages(portal.url, seconds, state, standby());
    try {
      await sleep(TURN_MS);
      const follows = await phase('it follows');
      await pair.holdReplay();
      const turning = await askPages(portal.url, TURN_MS / 1000, 'replay held up, turning', standby());
      // Connections that are not used any more hand in what they counted after ten seconds.
      await sleep(TURN_MS + 2000);
      const behind = await phase('replay held up');
      await pair.resumeReplay();
      await sleep(TURN_MS);
      const again = await phase('it follows again');
      await pair.killStandby();
      const dead = await phase('it is dead');
      await pair.rejoin();
      await sleep(TURN_MS);
      const back = await phase('it is back');
      const rows = [follows, turning, behind, again, dead, back];
      await keep('replica', rows, 'no page fails; the standby is read from while it follows, and then alone');
      const reads = ({ 'standby /s': rate }: Phase) => rate !== '–' && rate > LOOKS;
      return (
        rows.every(({ failed }) => failed === 0) && [follows, again, back].every(reads) && !reads(behind)
      );
    } finally {
      isOn = false;
      await filing;
      await portal.kill();
    }
  } finally {
    agent.destroy();
    await gate.close();
    await readGate.close();
    await pair.close();
    await folder.close();
  }
}

async function askPages(url: string, seconds: number, state: string, standby: string): Promise<Phase> {
  const before = await countOf(standby);
  const begun = performance.now();
  let pages = 0;
  let failed = 0;
  while (performance.now() - begun < seconds * 1000) {
    const answer = await fetch(`${url}${PAGES[pages % PAGES.length] ?? '/'}`).catch(() => null);
    await answer?.arrayBuffer();
    pages += 1;
    if (!answer?.ok) failed += 1;
  }
  // The server counts with a delay of a second.
  await sleep(1500);
  const after = await countOf(standby);
  const passed = (performance.now() - begun) / 1000;
  const rate = before === null || after === null ? '–' : Number(((after - before) / passed).toFixed(1));
  const [last] = (await ask(standby, BEHIND).catch(() => null)) ?? [];
  const behind = last === undefined ? '–' : Number(last['behind']);
  return { state, pages, failed, 'behind s': behind, 'standby /s': rate };
}

/** How many queries of the product the node has answered so far; null where it does not answer. */
async function countOf(url: string): Promise<number | null> {
  const rows = await ask(
    url,
    `SELECT xact_commit::int AS count FROM pg_stat_database WHERE datname = 'bihuan'`,
  ).catch(() => null);
  return rows === null ? null : Number(rows[0]?.['count'] ?? 0);
}

async function ask(url: string, query: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<Record<string, unknown>>(query)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}
