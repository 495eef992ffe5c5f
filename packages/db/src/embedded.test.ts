import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EmbeddedServer, openEmbedded } from './embedded.ts';

let dataDir: string;
const said: string[] = [];
const open = (port?: number) => openEmbedded({ dataDir, port, log: (line) => said.push(line) });

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'bihuan-embedded-'));
  // As root the server has an account of its own, which must be able to enter.
  await chmod(dataDir, 0o755);
});

afterAll(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return Object.values((await client.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

async function serverPid(): Promise<number> {
  return Number.parseInt(await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10);
}

describe('the embedded server', () => {
  let server: EmbeddedServer;

  test('makes a UTF-8 cluster that listens on 127.0.0.1 only', async () => {
    server = await open();
    expect(server.adopted).toBe(false);
    expect(await ask(server.url, "select current_setting('listen_addresses')")).toBe('127.0.0.1');
    expect(await ask(server.url, "select current_setting('server_encoding')")).toBe('UTF8');
    expect(await ask(server.url, "select '噪' ~ '\\w'")).toBe(true);
  });

  test('keeps its password where only the owner can read it', async () => {
    const { mode } = await stat(join(dataDir, 'postgres.json'));
    expect(mode & 0o777).toBe(0o600);
  });

  test('is shared: a second opening adopts it, and it stays until the last one stops', async () => {
    const second = await open();
    expect(second.adopted).toBe(true);
    expect(second.url).toBe(server.url);
    await second.stop();
    expect(await ask(server.url, 'select 1')).toBe(1);
  });

  test('comes back with its committed rows after kill -9, on the same port', async () => {
    await ask(server.url, "create table kept as select 'committed' as word");
    process.kill(await serverPid(), 'SIGKILL');
    await server.ended;
    const before = server.url;
    server = await open();
    expect(server.url).toBe(before);
    expect(await ask(server.url, 'select word from kept')).toBe('committed');
  });

  test('ends with the last stop', async () => {
    const url = server.url;
    await server.stop();
    await server.ended;
    await expect(ask(url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('clears a lock whose process number now belongs to another process', async () => {
    const lock = [process.pid, join(dataDir, 'postgres'), 1, 1, '', '127.0.0.1', ''].join('\n');
    await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), lock);
    server = await open();
    expect(said).toContain('clearing the lock of a database server that is gone');
    expect(await ask(server.url, 'select word from kept')).toBe('committed');
    await server.stop();
  });

  test('says which file is missing when the password is lost', async () => {
    await rm(join(dataDir, 'postgres.json'));
    await expect(open()).rejects.toThrow('postgres.json with the password of the database');
  });
});
