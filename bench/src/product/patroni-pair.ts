import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { until } from '../until.ts';
import { closedAtEnd } from './at-end.ts';

const PATRONI = '/usr/bin/patroni';
const ETCD = '/usr/bin/etcd';
const SERVERS = '/usr/lib/postgresql';
const PATIENCE_MS = 120_000;
/** The shortest that Patroni allows: so long a dead primary keeps its place. */
const TTL_SECONDS = 20;

export type PatroniPair = {
  /** The connection string of the product's database; it names `port`, where the way to the primary has to be. */
  readonly url: string;
  /** PostgreSQL as its programs call it. */
  readonly version: string;
  /** Where each node listens, and where its Patroni answers. */
  readonly nodes: readonly { readonly port: number; readonly apiPort: number }[];
  /** Where the primary listens, by Patroni's `/primary`; the last one while there is none. */
  primaryPort(): number;
  /** Where the other node listens. */
  standbyPort(): number;
  /** The connection string of the superuser at the node that listens there. */
  superuserAt(port: number): string;
  /** Ends everything of the primary's node at once, as a machine does that loses its power. */
  killPrimary(): Promise<void>;
  killStandby(): Promise<void>;
  /** Stops the standby from playing what it goes on receiving. Patroni undoes a pause; so the process is halted that plays. */
  holdReplay(): Promise<void>;
  resumeReplay(): Promise<void>;
  /** Starts the node that was killed again, and waits until it is a synchronous standby. */
  rejoin(): Promise<void>;
  close(): Promise<void>;
};

type Node = {
  readonly name: string;
  readonly port: number;
  readonly api: string;
  readonly folder: string;
  process: ChildProcess | undefined;
};

/**
 * Two nodes of PostgreSQL under Patroni with one etcd and synchronous replication, all on this machine from Debian's packages
 * (`patroni`, `etcd-server`, `postgresql`), with the empty database of the product. `port`: where the way to the primary will
 * be; the six after it are taken. Undefined where the programs are not there.
 */
export async function openPatroniPair(port: number): Promise<PatroniPair | undefined> {
  const programs = await findPrograms();
  if (programs === undefined || !existsSync(PATRONI) || !existsSync(ETCD)) return undefined;
  const account: Account = process.getuid?.() === 0 ? accountOf('postgres') : {};
  const home = await mkdtemp(join(tmpdir(), 'bihuan-patroni-'));
  await chmod(home, 0o755);
  const give = async (folder: string) => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (account.uid !== undefined) await chown(folder, account.uid, account.gid);
    return folder;
  };
  const secret = () => randomBytes(18).toString('base64url');
  const passwords = { superuser: secret(), replication: secret(), owner: secret() };
  const [etcdPort, peerPort] = [port + 1, port + 2];
  const run = (command: string, args: readonly string[], cwd: string) =>
    spawn(command, args, {
      ...account,
      cwd,
      stdio: 'ignore',
      env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' },
    });
  const etcd = run(ETCD, etcdArguments(etcdPort, peerPort), await give(join(home, 'etcd')));
  const nodes: Node[] = [];
  for (const [at, name] of ['a', 'b'].entries()) {
    const folder = await give(join(home, name));
    const node = { name, port: port + 3 + at, api: `127.0.0.1:${port + 5 + at}`, folder, process: undefined };
    const settings = settingsOf(node, { etcdPort, programs, passwords });
    // YAML, of which JSON is a part.
    await writeFile(join(folder, 'patroni.yml'), JSON.stringify(settings), { mode: 0o644 });
    nodes.push(node);
  }
  let primary = 0;
  const look = setInterval(() => {
    void Promise.all(nodes.map(isPrimary)).then((are) => {
      // A slow answer is no change: whoever was primary is asked for until another one is.
      primary = nodes.find((_, at) => are[at])?.port ?? primary;
    });
  }, 100);
  const superuserAt = (at: number, database: string) =>
    `postgresql://postgres:${passwords.superuser}@127.0.0.1:${at}/${database}`;
  const start = (node: Node) => {
    node.process = run(PATRONI, [join(node.folder, 'patroni.yml')], node.folder);
  };
  const close = closedAtEnd(async () => {
    clearInterval(look);
    for (const node of nodes) await killNode(node);
    etcd.kill('SIGKILL');
    await rm(home, { recursive: true, force: true });
  });
  const isReplicating = () => comesUp(async () => (await rolesOf(nodes)).includes('sync_standby'));
  try {
    for (const node of nodes) start(node);
    await comesUp(() => primary !== 0);
    await isReplicating();
    await makeDatabase(superuserAt(primary, 'postgres'), passwords.owner);
  } catch (error) {
    await close();
    throw error;
  }
  let killed: Node | undefined;
  const kill = async (node: Node | undefined) => {
    killed = node;
    if (node) await killNode(node);
  };
  return {
    url: `postgresql://bihuan:${passwords.owner}@127.0.0.1:${port}/bihuan`,
    version: execFileSync(join(programs, 'postgres'), ['--version'], { encoding: 'utf8' }).trim(),
    nodes: nodes.map(({ port: at }) => ({ port: at, apiPort: at + 2 })),
    primaryPort: () => primary,
    standbyPort: () => nodes.find((node) => node.port !== primary)?.port ?? 0,
    superuserAt: (at) => superuserAt(at, 'bihuan'),
    killPrimary: () => kill(nodes.find((node) => node.port === primary)),
    killStandby: () => kill(nodes.find((node) => node.port !== primary)),
    holdReplay: () =>
      signalReplay(
        nodes.find((node) => node.port !== primary),
        'SIGSTOP',
      ),
    resumeReplay: () =>
      signalReplay(
        nodes.find((node) => node.port !== primary),
        'SIGCONT',
      ),
    rejoin: async () => {
      if (killed) start(killed);
      await isReplicating();
    },
    close,
  };
}

function etcdArguments(port: number, peerPort: number): readonly string[] {
  const [client, peer] = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${peerPort}`];
  return [
    ...[
      '--name',
      'one',
      '--data-dir',
      'data',
      '--listen-client-urls',
      client,
      '--advertise-client-urls',
      client,
    ],
    ...[
      '--listen-peer-urls',
      peer,
      '--initial-advertise-peer-urls',
      peer,
      '--initial-cluster',
      `one=${peer}`,
    ],
  ];
}

type Given = {
  readonly etcdPort: number;
  readonly programs: string;
  readonly passwords: { readonly superuser: string; readonly replication: string };
};

function settingsOf({ name, port, api, folder }: Node, { etcdPort, programs, passwords }: Given): object {
  const listen = `127.0.0.1:${port}`;
  return {
    scope: 'bihuan',
    name,
    restapi: { listen: api, connect_address: api },
    etcd3: { host: `127.0.0.1:${etcdPort}` },
    bootstrap: {
      dcs: {
        ttl: TTL_SECONDS,
        loop_wait: 2,
        retry_timeout: 5,
        synchronous_mode: true,
        postgresql: { use_pg_rewind: true, use_slots: true },
      },
      initdb: [{ encoding: 'UTF8' }, { locale: 'C.UTF-8' }, 'data-checksums'],
    },
    postgresql: {
      ...{ listen, connect_address: listen, data_dir: join(folder, 'data'), bin_dir: programs },
      pgpass: join(folder, 'pgpass'),
      authentication: {
        superuser: { username: 'postgres', password: passwords.superuser },
        replication: { username: 'replicator', password: passwords.replication },
      },
      pg_hba: [
        'host all all 127.0.0.1/32 scram-sha-256',
        'host replication replicator 127.0.0.1/32 scram-sha-256',
      ],
      parameters: { unix_socket_directories: folder },
    },
  };
}

async function makeDatabase(url: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`CREATE ROLE bihuan LOGIN PASSWORD ${client.escapeLiteral(password)}`);
    await client.query(`CREATE DATABASE bihuan OWNER bihuan TEMPLATE template0 LOCALE 'C.UTF-8'`);
  } finally {
    await client.end();
  }
}

/** Patroni, the server's first process and all that it started. */
async function killNode({ process: patroni, folder }: Node): Promise<void> {
  const server = await serverOf(folder);
  const children = server === 0 ? [] : await childrenOf(server);
  patroni?.kill('SIGKILL');
  for (const pid of [server, ...children].filter((one) => one > 0)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It had ended already.
    }
  }
}

async function signalReplay(node: Node | undefined, signal: NodeJS.Signals): Promise<void> {
  for (const pid of node === undefined ? [] : await childrenOf(await serverOf(node.folder))) {
    const title = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (title.includes(' startup ')) process.kill(pid, signal);
  }
}

/** The first process of a node's server; 0 where there is none. */
async function serverOf(folder: string): Promise<number> {
  const lock = await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8').catch(() => '');
  return Number.parseInt(lock, 10) || 0;
}

async function childrenOf(pid: number): Promise<readonly number[]> {
  const listed = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  return listed.split(' ').filter(Boolean).map(Number);
}

async function isPrimary({ api }: Node): Promise<boolean> {
  try {
    const answer = await fetch(`http://${api}/primary`, { signal: AbortSignal.timeout(1000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

/** What Patroni takes the nodes for, asked of whichever answers. */
async function rolesOf(nodes: readonly Node[]): Promise<readonly string[]> {
  for (const { api } of nodes) {
    try {
      const answer = await fetch(`http://${api}/cluster`, { signal: AbortSignal.timeout(2000) });
      const { members } = (await answer.json()) as { members: readonly { role: string; state: string }[] };
      return members.filter(({ state }) => ['running', 'streaming'].includes(state)).map(({ role }) => role);
    } catch {
      // The next one is asked.
    }
  }
  return [];
}

/** The folder of the newest PostgreSQL of Debian. */
async function findPrograms(): Promise<string | undefined> {
  const versions = await readdir(SERVERS).catch(() => []);
  const newest = Math.max(0, ...versions.map(Number).filter(Number.isFinite));
  return newest === 0 ? undefined : join(SERVERS, `${newest}`, 'bin');
}

type Account =
  | { readonly uid?: undefined; readonly gid?: undefined }
  | { readonly uid: number; readonly gid: number };

function accountOf(name: string): Account {
  const ask = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  return { uid: ask('-u'), gid: ask('-g') };
}

async function comesUp(isSo: () => boolean | Promise<boolean>): Promise<void> {
  if (!(await until(isSo, PATIENCE_MS))) throw new Error('the nodes do not come up');
}
