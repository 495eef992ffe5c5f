import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PostgresPrograms } from './postgres-programs.ts';
import { type Account, type Outcome, runAs } from './run-as.ts';
import { type ServerSettings, startOptions } from './server-settings.ts';

export type Cluster = {
  readonly folder: string;
  readonly account: Account;
  readonly programs: PostgresPrograms;
};

/** Starts the server and waits until it answers. A failure carries the last lines of the server's own log. */
export async function startServer(
  cluster: Cluster,
  port: number,
  settings: ServerSettings,
): Promise<Outcome> {
  const done = await runAs(cluster.account, cluster.programs.pgCtl, [
    'start',
    `--pgdata=${cluster.folder}`,
    `--log=${join(cluster.folder, 'start.log')}`,
    `--options=${startOptions(port, settings)}`,
    '--wait',
    '--timeout=60',
    '--silent',
  ]);
  return done.ok ? done : { ok: false, output: `${done.output}\n${await lastWords(cluster.folder)}` };
}

/** Shuts the server down, ending its sessions; returns when it is gone. Throws when it stays. */
export async function stopServer(cluster: Cluster): Promise<void> {
  const flags = [`--pgdata=${cluster.folder}`, '--mode=fast', '--wait', '--timeout=120', '--silent'];
  const done = await runAs(cluster.account, cluster.programs.pgCtl, ['stop', ...flags]);
  if (!done.ok) throw new Error(`The built-in database did not stop: ${done.output}`);
}

async function lastWords(folder: string): Promise<string> {
  const daily = await readdir(join(folder, 'log')).catch(() => []);
  const files = ['start.log', ...daily.map((name) => join('log', name))];
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8').catch(() => '')));
  return texts
    .flatMap((text) => text.split('\n').slice(-6))
    .filter((line) => line !== '')
    .sort()
    .slice(-6)
    .join('\n');
}
