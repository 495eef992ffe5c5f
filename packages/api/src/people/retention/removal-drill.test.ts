import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { markBounced, phoneHash } from '@bihuan/db';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { attachFiles } from '../../attachment/attach-files.ts';
import { aPhoto } from '../../attachment/testing/odd-files.ts';
import { anUpload } from '../../attachment/testing/an-upload.ts';
import { noteRatingTrace } from '../../complaint/rating-review/rating-trace.ts';
import { answerVerified, give, theComplainant } from '../../complaint/testing/answered.ts';
import { confirmAnswer } from '../../complaint/confirm-answer.ts';
import { drainNotices } from '../../notification/testing/drain-notices.ts';
import { castPeople, type Cast } from '../../supervision/testing/cast.ts';
import { anItemBeingVerified, taken } from '../../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { askContactChange } from '../contact-change/ask-contact-change.ts';
import { removeDueData } from './remove-due-data.ts';

/** Planted where people are told of; found nowhere once the term is over. */
const MARKED = { name: '删尽甲', phone: '13911118888', email: 'gone@planted.example' };
const ASKED = '13911119999';

let house: TestHouse;
let cast: Cast;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bihuan-removal-'));
  house = await openTestHouse({ folder });
  cast = await castPeople(house);
});
afterAll(async () => {
  await house.drop();
  await rm(folder, { recursive: true });
});

/** Every row of every table as text, bytes in hex. */
async function everything(): Promise<ReadonlyMap<string, string>> {
  const { rows: tables } = await house.db.pool.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  const found = new Map<string, string>();
  for (const { name } of tables) {
    const { rows } = await house.db.pool.query<{ row: string }>(`SELECT row::text FROM ${name} row`);
    found.set(name, rows.map(({ row }) => row).join('\n'));
  }
  return found;
}

/** What is sealed is looked at as whoever has the keys would: opened. */
async function everythingSealed(): Promise<string> {
  const [messages, contacts, changes] = await Promise.all([
    house.db.prisma.message.findMany(),
    house.db.prisma.contact.findMany(),
    house.db.prisma.contactChange.findMany(),
  ]);
  const open = (sealed: Uint8Array | null, context: string, keyId: string) =>
    sealed === null ? '' : house.keyring.open(sealed, context, keyId);
  return [
    ...messages.flatMap(({ recipient, body, occasion, keyId, subject }) => [
      ...[subject, open(recipient, `message:recipient:${occasion}`, keyId)],
      open(body, `message:body:${occasion}`, keyId),
    ]),
    ...contacts.flatMap(({ complaintId: id, keyId, ...row }) => [
      ...[open(row.name, `contact:name:${id}`, keyId), open(row.phone, `contact:phone:${id}`, keyId)],
      open(row.email, `contact:email:${id}`, keyId),
    ]),
    ...changes.map(({ id, value, keyId }) => open(value, `contact_change:${id}`, keyId)),
  ].join('\n');
}

async function everythingInFiles(): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = await Promise.all(
    files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'latin1')),
  );
  return [...files.map(({ name }) => name), ...texts].join('\n');
}

/** The sealed bytes and the hashes of what was planted, as they stand in rows. */
async function bytesOf(complaintId: string): Promise<readonly string[]> {
  const hex = (bytes: Uint8Array | null) => (bytes === null ? [] : [Buffer.from(bytes).toString('hex')]);
  const contact = await house.db.prisma.contact.findUniqueOrThrow({ where: { complaintId } });
  const messages = await house.db.prisma.message.findMany({ where: { complaintId } });
  const [change] = await house.db.prisma.contactChange.findMany({ where: { complaintId } });
  const traces = await house.db.prisma.ratingTrace.findMany({ where: { complaintId } });
  return [
    ...[contact.name, contact.phone, contact.email, contact.phoneHash].flatMap(hex),
    ...messages.flatMap(({ recipient, body }) => [...hex(recipient), ...hex(body)]),
    ...hex(change?.value ?? null),
    ...traces.flatMap(({ addressHash, deviceHash }) => [...hex(addressHash), ...hex(deviceHash)]),
    ...hex(phoneHash(MARKED.phone, house.keyring)),
    ...hex(house.keyring.keyedHash('email', MARKED.email)),
  ];
}

async function found(needles: readonly string[]): Promise<readonly string[]> {
  const tables = await everything();
  const inRows = [...tables].flatMap(([name, text]) =>
    needles.filter((needle) => text.includes(needle)).map((needle) => `${name}: ${needle.slice(0, 16)}`),
  );
  const marks = [...Object.values(MARKED), ASKED];
  const sealed = await everythingSealed();
  return [...inRows, ...marks.filter((mark) => sealed.includes(mark)).map((mark) => `sealed: ${mark}`)];
}

it('leaves nothing of a person in any row or file once the term is over', { timeout: 60_000 }, async () => {
  const { complaintId, itemId } = await anItemBeingVerified(house, cast, MARKED);
  const photo = anUpload([{ name: `${MARKED.name}.jpg`, bytes: await aPhoto() }]);
  taken(await attachFiles(house, theComplainant(complaintId), complaintId, photo));
  await answerVerified(house, cast, { complaintId, itemId });
  const person = theComplainant(complaintId);
  taken(await confirmAnswer(house, person, { complaintId }));
  await give(house, person, complaintId, { type: 'rate', level: 'satisfied', comment: '' });
  await noteRatingTrace(house, { complaintId, address: '203.0.113.7', device: 'device' });
  const words = {
    locale: 'zh-CN',
    subject: '验证码{code}',
    mail: '验证码{code}',
    sms: '验证码{code}',
  } as const;
  const value = { complaintId, field: 'phone', value: ASKED };
  taken(await askContactChange(house, person, value, words));
  const bounced = { reason: '550', at: house.now() };
  await markBounced(house.db, 'email', MARKED.email, bounced, house.keyring);
  await markBounced(house.db, 'sms', MARKED.phone, bounced, house.keyring);
  await drainNotices(house);

  const needles = [...Object.values(MARKED), ASKED, ...(await bytesOf(complaintId))];
  const before = await found(needles);
  // The drill sees what is there: rows of six tables by their bytes, and by whoever has the keys.
  for (const where of ['contact', 'message', 'contact_change', 'rating_trace', 'bounced_address'])
    expect(
      before.some((one) => one.startsWith(`public.${where}:`)),
      where,
    ).toBe(true);
  expect(before.filter((one) => one.startsWith('sealed:'))).toHaveLength(4);

  house.at('2029-10-12T02:00:00.000Z');
  const { removed } = await removeDueData(house);
  expect(removed).toMatchObject({ contacts: 1, rating_traces: 1 });
  expect(await found(needles)).toEqual([]);
  const files = await everythingInFiles();
  expect(files.length).toBeGreaterThan(100);
  expect(needles.filter((needle) => files.includes(needle))).toEqual([]);
});
