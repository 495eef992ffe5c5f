import { spawn, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from '../until.ts';
import { closedAtEnd } from './at-end.ts';
import type { PatroniPair } from './patroni-pair.ts';
import { openScratchFolder } from './scratch-database.ts';
import { openTcpGate } from './tcp-gate.ts';

const HAPROXY = '/usr/sbin/haproxy';
const CONFIG = fileURLToPath(new URL('../../../deploy/proxy/haproxy.cfg', import.meta.url));
const PATIENCE_MS = 20_000;

export type PrimaryWay = {
  /** What it is, as a figure says it. */
  readonly name: string;
  close(): Promise<void>;
};

/**
 * An address at `port` that follows the primary of a pair: Debian's HAProxy with the file that operators are given, with the ports
 * of this pair in it; without the package a way of the drill's own, told as such.
 */
export async function openPrimaryWay(
  port: number,
  pair: Pick<PatroniPair, 'nodes' | 'primaryPort'>,
): Promise<PrimaryWay> {
  if (!existsSync(HAPROXY)) {
    const { close } = await openTcpGate(port, pair.primaryPort);
    return { name: 'a way of the drill, for want of haproxy', close };
  }
  const folder = await openScratchFolder();
  const config = join(folder.path, 'haproxy.cfg');
  await writeFile(config, await configOf(port, pair.nodes));
  const proxy = spawn(HAPROXY, ['-db', '-f', config], { stdio: ['ignore', 'ignore', 'inherit'] });
  const close = closedAtEnd(async () => {
    proxy.kill('SIGKILL');
    await folder.close();
  });
  if (await until(() => answers(port), PATIENCE_MS)) return { name: versionOf(), close };
  await close();
  throw new Error('HAProxy does not listen');
}

/** The file of `deploy` for these nodes. Throws where it no longer has what is put in the place of. */
async function configOf(port: number, nodes: PatroniPair['nodes']): Promise<string> {
  let config = await readFile(CONFIG, 'utf8');
  const put = (given: string, here: string) => {
    if (!config.includes(given)) throw new Error(`haproxy.cfg has no ${given}`);
    config = config.replace(given, here);
  };
  put('127.0.0.1:5000', `127.0.0.1:${port}`);
  for (const [at, node] of nodes.entries())
    put(`10.0.0.1${at + 1}:5432 check port 8008`, `127.0.0.1:${node.port} check port ${node.apiPort}`);
  return config;
}

function versionOf(): string {
  const [, version = ''] =
    /version (\S+)/.exec(execFileSync(HAPROXY, ['-v'], { encoding: 'utf8' }).split('\n')[0] ?? '') ?? [];
  return `HAProxy ${version}`;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
