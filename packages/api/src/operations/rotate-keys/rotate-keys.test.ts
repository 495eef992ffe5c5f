import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  bouncedSince,
  countRowsByKey,
  findApiKey,
  messageContext,
  openDatabase,
  phoneHash,
  readContact,
  readSigningKey,
  readStaffNoticeChoice,
  tablesWithKeyId,
  waitingChanges,
} from '@bihuan/db';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { originalKey } from '../../attachment/file-keys.ts';
import { openOriginal } from '../../attachment/open-original.ts';
import { readAttachment } from '../../attachment/read-attachment.ts';
import { openFileStore } from '../../attachment/store/file-store.ts';
import { aPhoto } from '../../attachment/testing/odd-files.ts';
import { listDraftFiles, readDraftFile } from '../../complaint/draft/files/draft-files.ts';
import { resumeDraft } from '../../complaint/draft/resume-draft.ts';
import { fileImport } from '../../complaint/import-file/file-import.ts';
import { readImport } from '../../complaint/import-file/read-import.ts';
import { runImport } from '../../complaint/import-file/run-import.ts';
import { openTracking } from '../../complaint/open-tracking.ts';
import { submitComplaint } from '../../complaint/submit-complaint.ts';
import { theComplainant } from '../../complaint/testing/answered.ts';
import { openExport } from '../../export/read-exports.ts';
import type { House } from '../../house.ts';
import { keyringOf } from '../../master-keys.ts';
import { readEnrolment } from '../../people/second-factor/second-factor.ts';
import { castPeople, type Cast } from '../../supervision/testing/cast.ts';
import { taken } from '../../supervision/testing/stages.ts';
import { createEmptyDatabase, openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { secretContext } from '../../webhook/deliver-webhooks.ts';
import { makeBackup } from '../backup/make-backup.ts';
import { restoreBackup } from '../backup/restore-backup.ts';
import { foreignKeys, keepIndexKeys, readIndexKeys } from '../index-keys.ts';
import { checkKeys, rotateKeys } from './rotate-keys.ts';
import { SEALED_PLACES } from './sealed-places.ts';
import { fillSealedHouse, MAIL, PHONE, type Filled } from './testing/fill-sealed-house.ts';

const quiet = { onProgress: () => undefined };
const [OLD, NEW] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];
const BOTH = `k2:${NEW},k1:${OLD}`;

let house: TestHouse;
let cast: Cast;
let filled: Filled;

/** The same house in another process, with these keys. */
async function under(masterKey: string): Promise<TestHouse> {
  const other = { ...house, keyring: keyringOf(masterKey) };
  await readIndexKeys(other);
  return other;
}

beforeEach(async () => {
  house = await openTestHouse();
  house = { ...house, keyring: keyringOf(OLD) };
  cast = await castPeople(house);
  filled = await fillSealedHouse(house, cast);
}, 180_000);
afterEach(() => house.drop());

const keysInUse = async () => new Set((await countRowsByKey(house.db)).map(({ keyId }) => keyId));

/** Every row that names a key, as it is stored. */
async function storedRows(): Promise<string> {
  const tables = await tablesWithKeyId(house.db);
  const rows = await Promise.all(tables.map((name) => house.db.pool.query(`SELECT * FROM ${name}`)));
  return JSON.stringify(rows.map(({ rows: found }) => found));
}

/** Looks at everything that was put in, and finds it by codes, phone and mail. */
async function readEverything(now: House): Promise<void> {
  const { complaintId, attachmentId, draftId, importId, exportId } = filled;
  const { db, keyring } = now;
  expect(await readContact(db, complaintId, keyring)).toMatchObject({
    ...{ name: '反映人甲', phone: PHONE, email: MAIL },
  });
  const [change] = await waitingChanges(db, complaintId, now.now(), keyring);
  expect(change?.value).toBe('13900001234');
  const shown = taken(await readAttachment(now, cast.triage, { attachmentId }));
  expect([shown.type, shown.name]).toEqual(['image/webp', '退件通知单.webp']);
  const person = theComplainant(complaintId);
  expect(taken(await readAttachment(now, person, { attachmentId })).bytes.length).toBeGreaterThan(0);
  const original = taken(await openOriginal(now, cast.triage, { attachmentId, reason: '核对拍摄时间' }));
  expect(Buffer.compare(original.bytes, await aPhoto())).toBe(0);
  expect(taken(await openTracking(now, '10.1.0.1', codes(filled)))).toEqual({ complaintId });
  const { resumeCode } = filled;
  expect(taken(await resumeDraft(now, '10.1.0.1', { resumeCode }))).toEqual({ draftId });
  const [file] = taken(await listDraftFiles(now, { draftId }));
  const inDraft = taken(await readDraftFile(now, { draftId, fileId: file?.id ?? '' }));
  expect(inDraft).toMatchObject({ type: 'image/webp', name: '退件通知单.webp' });
  const rows = taken(await readImport(now, cast.triage, { importId, verdict: 'new' }));
  expect(rows.sample.headers).toEqual(['编号', '标题', '内容']);
  expect(rows.lines.map(({ title }) => title)).toEqual(['路灯不亮', '半夜施工']);
  const { pieces } = taken(await openExport(now, cast.leader, { exportId }));
  for await (const piece of pieces()) expect(Buffer.from(piece).toString('utf8')).toMatch(/^\uFEFF"at",/);
  const hook = await db.prisma.webhook.findFirstOrThrow();
  expect(keyring.open(hook.secret, secretContext(hook.id), hook.keyId)).toMatch(/^whsec_/);
  expect((await readEnrolment(now, cast.triage.staffId))?.secret).toMatch(/^[A-Z2-7]{32}$/);
  expect((await readSigningKey(db, keyring))?.pkcs8).toHaveLength(48);
  expect((await readStaffNoticeChoice(db, cast.triage.staffId, keyring)).email).toBe('triage@example.com');
  for (const message of await db.prisma.message.findMany())
    expect(
      keyring.open(message.body, messageContext('body', message.occasion), message.keyId).length,
    ).toBeGreaterThan(0);
  expect(await bouncedSince(db, 'email', MAIL, keyring)).toBe(now.now());
  const apiKey = await findApiKey(db, keyring.keyedHash('api_key', filled.apiKey), now.now());
  expect(apiKey?.client).toBe('park-app');
  const { phoneHash: hash } = await db.prisma.contact.findUniqueOrThrow({ where: { complaintId } });
  expect(Buffer.from(hash ?? [])).toEqual(phoneHash(`+86 ${PHONE}`, keyring));
}

const codes = ({ trackingNumber, queryCode }: Filled) => ({ number: trackingNumber, code: queryCode });

describe('rotateKeys', () => {
  it('knows every table whose rows name a key, and the test has put something into each', async () => {
    expect(SEALED_PLACES.map(({ name }) => name).toSorted()).toEqual(await tablesWithKeyId(house.db));
    const counted = await countRowsByKey(house.db);
    expect(counted.map(({ table }) => table)).toEqual(await tablesWithKeyId(house.db));
  });

  it('seals everything anew, after which the old key opens nothing and is not needed', async () => {
    const both = await under(BOTH);
    await readEverything(both);
    const total = (await countRowsByKey(house.db)).reduce((sum, { rows }) => sum + rows, 0);
    const report = await rotateKeys(both, { ...quiet, batch: 2 });
    expect(report).toMatchObject({ keyId: 'k2', left: [], removable: ['k1'] });
    expect(report.resealed).toEqual({ rows: total, files: 8 });
    expect([...report.damaged, ...report.missing]).toEqual([]);
    expect(await keysInUse()).toEqual(new Set(['k2']));
    await readEverything(await under(`k2:${NEW}`));
    await expect(under(OLD)).rejects.toThrow('The key k2, under which this house is sealed');
    const old = keyringOf(OLD);
    const stored = await house.files.get(originalKey(filled.attachmentId));
    expect(() => old.openFile(stored, `file:${originalKey(filled.attachmentId)}`, 'k1')).toThrow();
  });

  it('changes nothing the second time', async () => {
    const both = await under(BOTH);
    await rotateKeys(both, quiet);
    const before = await storedRows();
    const again = await rotateKeys(both, quiet);
    expect(again.resealed).toEqual({ rows: 0, files: 0 });
    expect(again.removable).toEqual(['k1']);
    expect(await storedRows()).toBe(before);
  });

  it('is begun again where it was broken off, at a row or between a file and its row', async () => {
    const both = await under(BOTH);
    for (const most of [2, 3]) {
      const stop = (done: number) => {
        if (done >= most) throw new Error('broken off');
      };
      await expect(rotateKeys(both, { onProgress: stop, batch: 2 })).rejects.toThrow('broken off');
      await readEverything(both);
    }
    const files = {
      ...both.files,
      replace: async (key: string, bytes: Uint8Array) => {
        await both.files.replace(key, bytes);
        throw new Error('broken off');
      },
    };
    await expect(rotateKeys({ ...both, files }, quiet)).rejects.toThrow('broken off');
    expect(await keysInUse()).toEqual(new Set(['k1', 'k2']));
    await readEverything(both);
    expect((await checkKeys(both, quiet)).removable).toEqual([]);
    expect(await rotateKeys(both, quiet)).toMatchObject({ left: [], removable: ['k1'] });
    await readEverything(await under(`k2:${NEW}`));
  });

  it('does not let a key go while one value or one file is still under it', async () => {
    const both = await under(BOTH);
    await rotateKeys(both, quiet);
    const late = { ...house, keyring: keyringOf(`k1:${OLD},k2:${NEW}`) };
    await readIndexKeys(late);
    const matter = { channel: 'portal', complainantKind: 'citizen', openness: 'open', name: '迟到的人' };
    const text = { phone: '13700000000', title: '路灯不亮', body: '翠湖路路灯三天不亮，报修没有人来。' };
    taken(await submitComplaint(late, theComplainant(''), { ...matter, ...text }));
    expect(await checkKeys(both, quiet)).toMatchObject({
      ...{ left: [{ table: 'contact', keyId: 'k1', values: 1 }], removable: [] },
      resealed: { rows: 0, files: 0 },
    });
    expect((await rotateKeys(both, quiet)).removable).toEqual(['k1']);
    const key = originalKey(filled.attachmentId);
    const bytes = late.keyring.sealBytes(await aPhoto(), `file:${key}`);
    await house.files.replace(key, bytes);
    expect(await checkKeys(both, quiet)).toMatchObject({
      ...{ left: [{ table: 'attachment', keyId: 'k1', values: 1 }], removable: [] },
    });
    expect(await rotateKeys(both, quiet)).toMatchObject({
      ...{ resealed: { rows: 0, files: 1 }, removable: ['k1'] },
    });
  });

  it('names what no key opens, and goes on with the rest', async () => {
    const { complaintId } = filled;
    await house.db.pool.query(`UPDATE contact SET name = '\\x00' WHERE complaint_id = $1`, [complaintId]);
    const report = await rotateKeys(await under(BOTH), quiet);
    expect(report.left).toEqual([{ table: 'contact', keyId: 'k1', values: 1 }]);
    expect(report.removable).toEqual([]);
  });

  it('lets a file go on its way that came under the old key', async () => {
    const both = await under(BOTH);
    await rotateKeys(both, quiet);
    const now = await under(`k2:${NEW}`);
    const { importId } = filled;
    taken(await fileImport(now, cast.triage, { importId }));
    await runImport(now, { importId });
    expect(taken(await readImport(now, cast.triage, { importId }))).toMatchObject({ step: 'filed' });
  });

  it('keeps files whole for whoever reads them meanwhile', async () => {
    const both = await under(BOTH);
    const { attachmentId } = filled;
    const { rotated, read } = { rotated: rotateKeys(both, quiet), read: [] as number[] };
    let isOver = false;
    void rotated.finally(() => (isOver = true));
    while (!isOver) read.push(taken(await readAttachment(both, cast.triage, { attachmentId })).bytes.length);
    await rotated;
    expect(new Set(read).size).toBe(1);
  });
});

describe('a backup made before', () => {
  it(
    'needs the key it was made under too, and is sealed anew once restored',
    { timeout: 300_000 },
    async () => {
      const place = await mkdtemp(join(tmpdir(), 'bihuan-rotate-'));
      const empty = await createEmptyDatabase();
      const backup = join(place, 'backup');
      await makeBackup(house, backup, { withFiles: true, ...quiet });
      const db = openDatabase(empty.url, 2);
      const restored = (masterKey: string): TestHouse => ({
        ...{ ...house, db, keyring: keyringOf(masterKey) },
        files: openFileStore({ folder: join(place, 'files') }),
      });
      const log = () => undefined;
      await expect(restoreBackup(restored(`k2:${NEW}`), backup, { ...quiet, log })).rejects.toMatchObject({
        code: 'other_key',
      });
      const both = restored(BOTH);
      await restoreBackup(both, backup, { ...quiet, log });
      await keepIndexKeys(both);
      expect(await foreignKeys(restored(`k2:${NEW}`))).not.toEqual([]);
      expect(await rotateKeys(both, quiet)).toMatchObject({ left: [], removable: ['k1'] });
      const now = restored(`k2:${NEW}`);
      await readIndexKeys(now);
      await readEverything(now);
      await db.close();
      await empty.drop();
      await rm(place, { recursive: true });
    },
  );
});

describe('two keys', () => {
  it('are taken only where the index keys are known', async () => {
    const [empty, twice] = [await openTestHouse(), `k3:${NEW},k2:${OLD}`];
    const unknown = { ...empty, keyring: keyringOf(twice) };
    await readIndexKeys(unknown);
    expect(() => unknown.keyring.keyedHash('phone', PHONE)).toThrow('index keys of this house are not known');
    await empty.drop();
  });

  it('are one for each name', () => {
    expect(() => keyringOf(`${OLD},${NEW}`)).toThrow('32 bytes');
    expect(() => keyringOf(`k2:${OLD.slice(4)}`)).toThrow('32 bytes');
    expect(keyringOf(`k2:${NEW}, ${OLD}`).keyIds).toEqual(['k2', 'k1']);
  });
});
