import { cp, mkdtemp, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { migrate, openDatabase, openKeyring, prepareQueues, readContact, readMigrations } from '@bihuan/db';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '@bihuan/db/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { attachFiles } from '../../attachment/attach-files.ts';
import { originalKey } from '../../attachment/file-keys.ts';
import { openFileStore } from '../../attachment/store/file-store.ts';
import { anUpload } from '../../attachment/testing/an-upload.ts';
import { aPhoto } from '../../attachment/testing/odd-files.ts';
import { submitComplaint } from '../../complaint/submit-complaint.ts';
import { theComplainant } from '../../complaint/testing/answered.ts';
import type { House } from '../../house.ts';
import { castPeople } from '../../supervision/testing/cast.ts';
import { anItemBeingVerified, taken } from '../../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { verifyAudit } from '../verify-audit.ts';
import { BackupRefused } from './backup-refused.ts';
import { makeBackup } from './make-backup.ts';
import { restoreBackup } from './restore-backup.ts';

let house: TestHouse;
let place: string;
let backup: string;
let complaintId: string;
const quiet = { onProgress: () => undefined, log: () => undefined };

beforeAll(async () => {
  house = await openTestHouse();
  place = await mkdtemp(join(tmpdir(), 'bihuan-backup-'));
  await anItemBeingVerified(house, await castPeople(house));
  const who = {
    channel: 'portal',
    complainantKind: 'citizen',
    openness: 'open',
    name: '反映人甲',
    phone: '13800138000',
  };
  const what = { title: '楼道漏水\t三个月没人管', body: '报修三次\\N都说登记了，\n没有人来看过。𠮷' };
  complaintId = taken(await submitComplaint(house, theComplainant(''), { ...who, ...what })).complaintId;
  const photo = anUpload([{ name: '现场.jpg', bytes: await aPhoto() }]);
  taken(await attachFiles(house, theComplainant(complaintId), complaintId, photo));
  backup = join(place, 'backup');
  await makeBackup(house, backup, { withFiles: true, ...quiet });
});
afterAll(async () => {
  await house.drop();
  await rm(place, { recursive: true });
});

let made = 0;
const folder = (name: string) => join(place, `${name}-${(made += 1)}`);

/** The same house on another database, with an empty store of files. */
function houseOn(database: TestDatabase, changes: Partial<House> = {}): House {
  const db = openDatabase(database.url, 2);
  const files = openFileStore({ folder: folder('files') });
  return { ...house, db, files, close: () => db.close(), ...changes };
}

describe('backup and restore', () => {
  let database: TestDatabase;
  let restored: House;
  beforeEach(async () => {
    database = await createEmptyDatabase();
    restored = houseOn(database);
  });
  afterEach(async () => {
    await restored.close();
    await database.drop();
  });

  /** A copy of the backup that `harm` may touch, restored. */
  async function restoreHarmed(harm: (copy: string) => Promise<void>): Promise<string> {
    const copy = folder('harmed');
    await cp(backup, copy, { recursive: true });
    await harm(copy);
    return refusalOf(restoreBackup(restored, copy, quiet));
  }

  it('gives the same house, to the last digit', async () => {
    await restoreBackup(restored, backup, quiet);
    const { chains, replay } = await verifyAudit(restored);
    expect(chains).toEqual(await verifyAudit(house, { isChainsOnly: true }).then((report) => report.chains));
    expect([chains.faults, replay?.differences]).toEqual([[], []]);
    const again = folder('again');
    const content = await makeBackup(restored, again, { withFiles: true, ...quiet });
    const first = JSON.parse(await readFile(join(backup, 'manifest.json'), 'utf8')) as { content: unknown };
    expect(content).toEqual(first.content);
    const { _max } = await house.db.prisma.event.aggregate({ _max: { position: true } });
    expect(content.lastEvent?.position).toBe(String(_max.position));
    expect(await readContact(restored.db, complaintId, restored.keyring)).toMatchObject({
      name: '反映人甲',
      phone: '13800138000',
    });
    const attachment = await restored.db.prisma.attachmentRow.findFirstOrThrow();
    expect(await restored.files.get(originalKey(attachment.id))).toEqual(
      await house.files.get(originalKey(attachment.id)),
    );
  });

  it('leaves references, triggers and sequences as migrations make them', async () => {
    await restoreBackup(restored, backup, quiet);
    const guards = (on: Pick<House, 'db'>) =>
      on.db.pool.query(`
SELECT conrelid::regclass::text AS at, conname::text AS name, pg_get_constraintdef(oid) AS is FROM pg_constraint
UNION ALL SELECT tgrelid::regclass::text, tgname::text, tgenabled::text || pg_get_triggerdef(oid) FROM pg_trigger
  WHERE NOT tgisinternal
ORDER BY 1, 2`);
    expect((await guards(restored)).rows).toEqual((await guards(house)).rows);
    await expect(restored.db.pool.query('DELETE FROM event')).rejects.toThrow();
    const matter = { channel: 'portal', complainantKind: 'citizen', openness: 'anonymous' };
    const words = { title: '工商变更跑了四趟', body: '经营范围变更材料交了四次。' };
    taken(await submitComplaint(restored, theComplainant(''), { ...matter, ...words }));
    expect((await verifyAudit(restored, { isChainsOnly: true })).chains.faults).toEqual([]);
  });

  it('names what is damaged, and writes nothing', async () => {
    const table = (copy: string, name: string) => join(copy, 'tables', `${name}.copy.gz`);
    const flipped = async (copy: string) => {
      const path = table(copy, 'public.event');
      const rows = gunzipSync(await readFile(path))
        .toString()
        .replace('complainant', 'complainanT');
      await writeFile(path, gzipSync(rows));
    };
    expect(await restoreHarmed(flipped)).toBe('damaged public.event');
    expect(await restoreHarmed((copy) => unlink(table(copy, 'public.contact')))).toBe(
      'damaged public.contact',
    );
    const cut = async (copy: string) => {
      const path = table(copy, 'public.complaint');
      const bytes = await readFile(path);
      await writeFile(path, bytes.subarray(0, bytes.length - 20));
    };
    expect(await restoreHarmed(cut)).toBe('damaged public.complaint');
    const attachment = await house.db.prisma.attachmentRow.findFirstOrThrow();
    const key = originalKey(attachment.id);
    expect(await restoreHarmed((copy) => writeFile(join(copy, 'files', key), 'x'))).toBe(
      `damaged files/${key}`,
    );
    expect(await restoreHarmed((copy) => unlink(join(copy, 'files.jsonl')))).toBe('damaged files.jsonl');
    const { rows } = await restored.db.pool.query(`SELECT FROM pg_tables WHERE schemaname = 'public'`);
    expect(rows).toEqual([]);
  });

  it('takes nothing that belongs elsewhere', async () => {
    const manifest = (change: (text: string) => string) => async (copy: string) => {
      const path = join(copy, 'manifest.json');
      await writeFile(path, change(await readFile(path, 'utf8')));
    };
    expect(await restoreHarmed((copy) => unlink(join(copy, 'manifest.json')))).toBe('not_a_backup');
    expect(await restoreHarmed(manifest(() => '{"product":"another"}'))).toBe('foreign');
    expect(await restoreHarmed(manifest((text) => text.replace('"format": 1', '"format": 2')))).toBe(
      'newer format 2',
    );
    expect(await restoreHarmed(manifest((text) => text.replace(/"rows": \d+/, '"rows": 1234')))).toBe(
      'manifest_changed',
    );
    const otherKey = openKeyring(new Map([['k1', Buffer.alloc(32, 1)]]), 'k1');
    expect(await refusalOf(restoreBackup({ ...restored, keyring: otherKey }, backup, quiet))).toBe(
      'other_key',
    );
  });

  it('takes no backup of a later version or of another line, and none into a database in use', async () => {
    const other = await createTestDatabase();
    const later = houseOn(other);
    const refused = async (sql: string) => {
      await later.db.pool.query(sql);
      const path = folder('later');
      await makeBackup(later, path, { withFiles: false, ...quiet });
      return refusalOf(restoreBackup(restored, path, quiet));
    };
    expect(
      await refused("UPDATE _prisma_migrations SET checksum = 'x' WHERE migration_name LIKE '%_first'"),
    ).toBe('other_line 20261123000000_first');
    const added = `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '20991231000000_later', now())`;
    expect(await refused(added)).toBe('newer 20991231000000_later');
    expect(await refusalOf(restoreBackup(later, backup, quiet))).toBe('database_not_empty');
    expect(await refusalOf(makeBackup(house, backup, { withFiles: true, ...quiet }))).toBe(
      'folder_not_empty',
    );
    await later.close();
    await other.drop();
  });

  it('brings an older backup to what this version needs', async () => {
    const other = await createEmptyDatabase();
    const names = (await readMigrations()).migrationDirectories.map(({ path }) => path);
    const last = names.pop();
    await migrate(other.url, () => undefined, undefined, names);
    await prepareQueues(other.url);
    const older = houseOn(other);
    const path = folder('older');
    await makeBackup(older, path, { withFiles: false, ...quiet });
    const lines: string[] = [];
    await restoreBackup(restored, path, { ...quiet, log: (line) => lines.push(line) });
    expect(lines).toEqual([`migrated: ${last}`]);
    await older.close();
    await other.drop();
  });

  it('undoes everything when the tables are not those that the migrations make', async () => {
    const other = await createTestDatabase();
    const odd = houseOn(other);
    await odd.db.pool.query('ALTER TABLE staff ADD COLUMN shoe_size int');
    const path = folder('odd');
    await makeBackup(odd, path, { withFiles: false, ...quiet });
    expect(await refusalOf(restoreBackup(restored, path, quiet))).toBe('tables_differ');
    await restoreBackup(restored, backup, quiet);
    await odd.close();
    await other.drop();
  });
});

async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof BackupRefused) return `${error.code} ${error.what}`.trim();
    throw error;
  }
  return 'done';
}
