import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { createEmptyDatabase, openTestHouse, type TestHouse } from '@bihuan/api/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { program } from './program.ts';
import { runCommand } from './run-command.ts';

let house: TestHouse;
let folder: string;
beforeAll(async () => {
  house = await openTestHouse();
  folder = await mkdtemp(join(tmpdir(), 'bihuan-ops-'));
});
afterAll(async () => {
  await house.drop();
  await rm(folder, { recursive: true });
});

type Given = Readonly<Record<string, string>>;
type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

const settings = (given: Given) => ({
  ...{ DATABASE_URL: house.db.url, BIHUAN_MASTER_KEY: randomBytes(32).toString('base64'), LANG: 'C.UTF-8' },
  ...given,
});

/** Runs a command as the operator would, in a process of its own, which takes seconds to start. */
async function start(words: readonly string[], given: Given = {}): Promise<Ended> {
  const env = { PATH: process.env['PATH'], ...settings(given) };
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...words], { env });
  const code = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, out, err: withoutProgress(err) };
}

const UNSET = ['LC_ALL', 'LC_MESSAGES', 'PORTAL_URL', 'ADMIN_URL', 'DEMO'];

/** The same in this process: what is said and the exit code are caught. */
async function ops(words: readonly string[], given: Given = {}): Promise<Ended> {
  for (const name of UNSET) vi.stubEnv(name, undefined);
  for (const [name, value] of Object.entries(settings(given))) vi.stubEnv(name, value);
  let [out, err] = ['', ''];
  vi.spyOn(console, 'log').mockImplementation((line) => void (out += `${line}\n`));
  vi.spyOn(console, 'error').mockImplementation((line) => void (err += `${line}\n`));
  vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => Boolean((err += String(chunk))));
  const before = process.exitCode;
  process.exitCode = undefined;
  try {
    await runCommand([process.execPath, 'main.ts', ...words]);
    return { code: Number(process.exitCode ?? 0), out, err: withoutProgress(err) };
  } finally {
    process.exitCode = before;
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  }
}

/** A machine that is busy shows progress, a quick one has nothing to show. */
function withoutProgress(err: string): string {
  return err.replaceAll(/^\d+ of \d+ .*\n/gm, '');
}

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe('npm run ops --', () => {
  it('lists every command, and says more about each', () => {
    expect(program.commands.map((command) => command.name())).toEqual([
      ...['prepare', 'create-admin', 'demo-accounts', 'remove-demo'],
      ...['backup', 'restore', 'replay'],
      ...[
        'import',
        'load-calendar-year',
        'note-bounce',
        'retention',
        'rotate-keys',
        'rotate-receipt-key',
        'sweep',
        'verify-audit',
        'db-url',
      ],
      ...['evaluate-lookalikes', 'evaluate-suggestions'],
    ]);
    for (const command of program.commands) {
      expect(program.helpInformation()).toContain(`  ${command.name()} `);
      expect(command.helpInformation()).toMatch(
        /^Usage: npm run ops -- [a-z-]+ \[options\][^]+ {2}-h, --help/,
      );
    }
  });

  it('says in one sentence what is wrong', async () => {
    expect(await start(['sweep'], { DATABASE_URL: '' })).toEqual({
      code: 1,
      out: '',
      err: 'DATABASE_URL must look like postgresql://user:password@host:5432/database. Run this as: npm run ops -- <command>\n',
    });
    expect(await ops(['sweep'], { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' })).toEqual({
      code: 1,
      out: '',
      err: 'The database does not answer.\n',
    });
    expect(await ops(['import', join(folder, 'none.csv')])).toEqual({
      code: 1,
      out: '',
      err: `There is no file ${join(folder, 'none.csv')}.\n`,
    });
    expect(await start(['tidy'])).toEqual({
      code: 1,
      out: '',
      err: "error: unknown command 'tidy'\n(--help says more)\n",
    });
  });

  it('imports a file, names what it refused, and fails for it', async () => {
    const path = await file('few.csv', '编号,标题,内容,备注\n1,路灯,不亮,\n2,,不亮,\n');
    expect(await ops(['import', path, '--dry-run'])).toMatchObject({
      code: 1,
      out: 'dry run: 2 read, 1 new, 0 already there, 1 refused\n',
    });
    expect(await ops(['import', path])).toEqual({
      code: 1,
      out: '2 read, 1 new, 0 already there, 1 refused\n',
      err: 'columns left out: 备注\nline 3, 标题: Please fill this in.\n',
    });
    const mapped = await file('mapped.csv', 'Nr,标题,内容\n1,路灯,不亮\n');
    expect(await start(['import', mapped, '--map', 'id=Nr'], { LANG: 'zh_CN.UTF-8' })).toEqual({
      code: 0,
      out: '1 read, 0 new, 1 already there, 0 refused\n',
      err: '',
    });
    expect(await ops(['import', mapped])).toEqual({
      code: 1,
      out: '',
      err: 'A column is missing for: id. The headers of the file are: Nr, 标题, 内容.\nName it with --map field=Header.\n',
    });
  });

  it('loads a calendar year and sweeps', async () => {
    const path = await file('2027.csv', 'date,kind,name\n2027-01-01,rest,元旦\n');
    expect(await ops(['load-calendar-year', '2027', path])).toEqual({
      code: 0,
      out: '2027: 1 days loaded\n',
      err: '',
    });
    expect(await ops(['load-calendar-year', '2028', path])).toMatchObject({
      code: 1,
      err: 'line 2, date: Please give a valid date.\nnothing was loaded\n',
    });
    expect(await start(['sweep'])).toMatchObject({ code: 0, err: '' });
  });

  it('counts what is due for removal, and removes it', async () => {
    const [counted, removed] = [await ops(['retention', '--dry-run']), await ops(['retention'])];
    expect(counted).toMatchObject({ code: 0, err: '' });
    expect(counted.out).toMatch(
      /^\d{4}-\d\d-\d\d, rules retention-1, nothing was removed; due are:\n {2}contacts: 0\n/,
    );
    expect(removed.out).toMatch(/^\d{4}-\d\d-\d\d, rules retention-1, removed:\n {2}contacts: 0\n/);
  });

  it('makes admins, and reads a password from standard input only when told to', async () => {
    const { code, out } = await ops(['create-admin', '--login', 'root']);
    expect(code).toBe(0);
    expect(out).toMatch(/^made the admin root with the password [a-z2-9]{20}\n$/);
    expect(await ops(['create-admin', '--login', 'root'])).toMatchObject({
      code: 1,
      err: 'login: This is already taken; please choose another.\n',
    });
  });

  it('backs up, restores into an empty database, and refuses one in use', async () => {
    const key = { BIHUAN_MASTER_KEY: randomBytes(32).toString('base64'), DATA_DIR: join(folder, 'data') };
    const kept = join(folder, 'kept');
    const made = await ops(['backup', kept], key);
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(made.out).toMatch(/^\d+ rows of \d+ tables up to event \d+, 0 files, written to /);
    expect(await ops(['backup', kept], key)).toMatchObject({
      code: 1,
      err: 'The folder is not empty; a backup goes into a folder of its own.\n',
    });
    expect(await ops(['restore', kept], key)).toMatchObject({
      code: 1,
      err: expect.stringContaining('The database is not empty.'),
    });
    expect(await ops(['restore', kept])).toMatchObject({
      code: 1,
      err: expect.stringContaining('another master key'),
    });
    const empty = await createEmptyDatabase();
    const restored = await ops(['restore', kept], { ...key, DATABASE_URL: empty.url });
    expect(restored).toMatchObject({ code: 0, err: '' });
    expect(restored.out).toMatch(/ as they were on .*\n\d+ events in \d+ streams: 0 faults, 0 differences/);
    expect(await ops(['replay'], { ...key, DATABASE_URL: empty.url })).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+ events in \d+ streams replayed: 0 differences\n$/),
    });
    await empty.drop();
  });

  it('finds an event that was edited', async () => {
    expect(await ops(['verify-audit'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('0 faults, 0 differences'),
    });
    await house.db.pool.query('ALTER TABLE event DISABLE TRIGGER event_append_only');
    const { rows } = await house.db.pool.query<{ id: string }>(
      `UPDATE event SET data = jsonb_set(data, '{openness}', '"open"') WHERE type = 'ComplaintSubmitted' RETURNING stream_id AS id`,
    );
    const found = await start(['verify-audit', '--chains-only']);
    expect(found).toMatchObject({ code: 1, err: `edited: complaint ${rows[0]?.id}, event 1\n` });
  });
});
