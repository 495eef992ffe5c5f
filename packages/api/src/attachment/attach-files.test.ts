import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { verifyChains, replayRows } from '@bihuan/db';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { submitComplaint } from '../complaint/submit-complaint.ts';
import { theComplainant } from '../complaint/testing/answered.ts';
import { withdrawComplaint } from '../complaint/withdraw-complaint.ts';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { refusalOf, taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { attachFiles } from './attach-files.ts';
import { originalKey } from './file-keys.ts';
import { listAttachments } from './list-attachments.ts';
import { readAttachment } from './read-attachment.ts';
import { anUpload, formBody, FORM_TYPE, inPieces, type SentFile } from './testing/an-upload.ts';
import { aDocx, anImageBomb, aPdf, aPhoto, aZip } from './testing/odd-files.ts';

let house: TestHouse;
let cast: Cast;
let complaintId: string;

beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
beforeEach(async () => {
  const matter = {
    ...{
      channel: 'portal',
      complainantKind: 'citizen',
      openness: 'open',
      name: '反映人甲',
      phone: '13800138000',
    },
    ...{ title: '楼道漏水三个月没人管', body: '报修三次都说登记了，没有人来看过。' },
  };
  complaintId = taken(await submitComplaint(house, theComplainant(''), matter)).complaintId;
});
afterAll(() => house.drop());

const send = (files: readonly SentFile[], fields = {}) =>
  attachFiles(house, theComplainant(complaintId), complaintId, anUpload(files, fields));
const refusedCode = async (file: SentFile) => {
  const { added, refused } = taken(await send([file]));
  expect(added).toBe(0);
  return refused[0]?.code;
};
const incoming = async () => readdir(await house.files.incoming());
const files = async () => taken(await listAttachments(house, theComplainant(complaintId), { complaintId }));

test('a photo is drawn anew: upright, without its place and its device; the original is kept sealed', async () => {
  const photo = await aPhoto();
  expect((await sharp(photo).metadata()).exif).toBeDefined();
  expect(taken(await send([{ name: '现场.JPG', bytes: photo }]))).toEqual({
    added: 1,
    known: 0,
    refused: [],
  });
  const [file] = await files();
  expect(file).toMatchObject({ kind: 'image', type: 'image/jpeg', name: '现场.jpg', isReleased: false });
  const served = taken(await readAttachment(house, theComplainant(complaintId), { attachmentId: file?.id }));
  expect(served).toMatchObject({ type: 'image/webp', name: '现场.webp', isInline: true });
  expect(served.bytes.includes('PLANTED-DEVICE')).toBe(false);
  const shown = await sharp(served.bytes).metadata();
  expect([shown.width, shown.height]).toEqual([200, 400]);
  expect(shown.exif).toBeUndefined();
  const sealed = Buffer.from(await house.files.get(originalKey(file?.id ?? '')));
  expect(sealed.includes('PLANTED-DEVICE')).toBe(false);
  expect(sealed.length).toBeGreaterThan(photo.length);
  expect(await incoming()).toEqual([]);
});

test('a file sent twice is one', async () => {
  const file = { name: 'a.pdf', bytes: aPdf() };
  expect(taken(await send([file, file]))).toEqual({ added: 1, known: 1, refused: [] });
  expect(taken(await send([file]))).toEqual({ added: 0, known: 1, refused: [] });
  expect(await files()).toHaveLength(1);
});

test('the bytes decide what a file is, not its name', async () => {
  const page = Buffer.from('<html><script>alert(1)</script></html>');
  expect(await refusedCode({ name: 'photo.jpg', bytes: page, type: 'image/jpeg' })).toBe(
    'file_type_not_taken',
  );
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
  expect(await refusedCode({ name: 'a.png', bytes: svg, type: 'image/png' })).toBe('file_type_not_taken');
  expect(await refusedCode({ name: 'a.pdf', bytes: aZip({ 'a.txt': page }) })).toBe('file_type_not_taken');
  taken(await send([{ name: 'actually-a-pdf.jpg', bytes: aPdf(), type: 'image/jpeg' }]));
  expect((await files())[0]).toMatchObject({ kind: 'pdf', name: 'actually-a-pdf.pdf' });
});

test('a file that is two things at once is refused, or loses the other one', async () => {
  const archive = aZip({ 'evil.class': Buffer.from('x') });
  expect(await refusedCode({ name: 'a.pdf', bytes: Buffer.concat([aPdf(), archive]) })).toBe(
    'file_type_not_taken',
  );
  const both = Buffer.concat([await aPhoto(), Buffer.from('<script>PLANTED</script>'), archive]);
  taken(await send([{ name: 'a.jpg', bytes: both }]));
  const [file] = await files();
  const { bytes } = taken(
    await readAttachment(house, theComplainant(complaintId), { attachmentId: file?.id }),
  );
  expect(bytes.includes('PLANTED')).toBe(false);
});

test('what was made to overwhelm is refused, and memory stays where it was', async () => {
  const zeros = Buffer.alloc(60_000_000);
  const bomb = aDocx({ 'word/media/a.xml': zeros });
  const lying = aDocx({ 'word/media/a.xml': zeros }, 1000);
  const many = aDocx(
    Object.fromEntries(Array.from({ length: 3001 }, (_, n) => [`word/${n}`, Buffer.from('x')])),
  );
  const picture = anImageBomb(12_000);
  expect([bomb.length, lying.length, picture.length].every((bytes) => bytes < 500_000)).toBe(true);
  const before = process.memoryUsage().rss;
  expect(await refusedCode({ name: 'a.docx', bytes: bomb })).toBe('file_unpacks_too_large');
  expect(await refusedCode({ name: 'b.docx', bytes: lying })).toBe('file_broken');
  expect(await refusedCode({ name: 'c.docx', bytes: many })).toBe('file_unpacks_too_large');
  expect(await refusedCode({ name: 'd.png', bytes: picture })).toBe('image_too_large');
  expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
});

test('an Office file is taken, one with macros is not', async () => {
  taken(await send([{ name: '情况说明.docx', bytes: aDocx() }]));
  expect((await files())[0]).toMatchObject({ kind: 'office', name: '情况说明.docx' });
  const macros = aDocx({ 'word/vbaProject.bin': Buffer.from('x') });
  expect(await refusedCode({ name: 'a.docx', bytes: macros })).toBe('file_has_macros');
  expect(await refusedCode({ name: 'a.docx', bytes: aDocx().subarray(0, 300) })).toBe('file_broken');
});

test('a broken image and a PDF that was cut off are told by their names; good ones beside them are taken', async () => {
  const result = taken(
    await send([
      { name: '坏图.jpg', bytes: (await aPhoto()).subarray(0, 400) },
      { name: '好的.pdf', bytes: aPdf() },
      { name: '断了.pdf', bytes: aPdf().subarray(0, 40) },
    ]),
  );
  expect(result).toEqual({
    added: 1,
    known: 0,
    refused: [
      { code: 'file_broken', data: { name: '坏图.jpg' } },
      { code: 'file_broken', data: { name: '断了.pdf' } },
    ],
  });
});

test('a post of 100 MB is refused before it is read, and one that only turns out so while it is read', async () => {
  let pieces = 0;
  async function* endless() {
    yield formBody([{ name: 'a.pdf', bytes: Buffer.alloc(0) }]).subarray(0, 120);
    for (;;) {
      pieces += 1;
      yield await Promise.resolve(Buffer.alloc(1_000_000));
    }
  }
  const complainant = theComplainant(complaintId);
  const said = { body: endless(), contentType: FORM_TYPE, contentLength: 100_000_000 };
  expect(await attachFiles(house, complainant, complaintId, said)).toMatchObject({
    refusal: { code: 'upload_too_large', data: { most: 60 } },
  });
  expect(pieces).toBe(0);
  const before = process.memoryUsage().rss;
  const unsaid = { ...said, contentLength: null };
  expect(refusalOf(await attachFiles(house, complainant, complaintId, unsaid))).toBe('upload_too_large');
  expect(pieces).toBeLessThan(70);
  expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
  expect(await incoming()).toEqual([]);
});

test('an upload that breaks off leaves nothing', async () => {
  const body = formBody([{ name: 'a.pdf', bytes: Buffer.concat([aPdf(), Buffer.alloc(2_000_000)]) }]);
  for (const broken of [inPieces(body, 500_000), inPieces(body.subarray(0, 500_000))]) {
    const upload = { body: broken, contentType: FORM_TYPE, contentLength: body.length };
    expect(refusalOf(await attachFiles(house, theComplainant(complaintId), complaintId, upload))).toBe(
      'upload_cut_off',
    );
  }
  expect(await incoming()).toEqual([]);
  expect(await files()).toEqual([]);
});

test('where a file cannot be written the post is answered all the same', async () => {
  const files = { ...house.files, incoming: async () => join(await house.files.incoming(), 'away') };
  const large = { name: 'a.pdf', bytes: Buffer.concat([aPdf(), Buffer.alloc(2_000_000)]) };
  const sent = attachFiles({ ...house, files }, theComplainant(complaintId), complaintId, anUpload([large]));
  await expect(sent).rejects.toThrow('ENOENT');
  expect(await incoming()).toEqual([]);
});

test('sizes and counts are data', async () => {
  const value = { fileBytes: 1000, filesPerPost: 2, filesPerComplaint: 3 };
  await house.db.prisma.setting.create({ data: { key: 'file_limits', value } });
  const pdf = (note: string) => ({
    name: 'a.pdf',
    bytes: Buffer.concat([aPdf(), Buffer.from(`%${note}\n%%EOF`)]),
  });
  const large = { name: '大.pdf', bytes: Buffer.concat([aPdf(), Buffer.alloc(2000)]) };
  expect(taken(await send([large, pdf('1')]))).toMatchObject({
    added: 1,
    refused: [{ code: 'file_too_large', data: { name: '大.pdf' } }],
  });
  expect(refusalOf(await send([pdf('2'), pdf('3'), pdf('4'), pdf('5')]))).toBe('too_many_files');
  taken(await send([pdf('2'), pdf('3')]));
  expect(refusalOf(await send([pdf('4')]))).toBe('too_many_files');
  await house.db.prisma.setting.delete({ where: { key: 'file_limits' } });
  expect(refusalOf(await send([]))).toBe('no_file');
  expect(await incoming()).toEqual([]);
});

test('names are text: Chinese, bidi, NUL, paths', async () => {
  const names = ['投诉材料（二）.pdf', 'photo\u202Egpj.pdf', 'a\u0000b.pdf', '..\\..\\x.pdf', '<b>.pdf'];
  const sent = names.map((name, n) => ({
    name,
    bytes: Buffer.concat([aPdf(), Buffer.from(`%${n}\n%%EOF`)]),
  }));
  taken(await send(sent));
  expect((await files()).map(({ name }) => name).toSorted()).toEqual(
    ['投诉材料（二）.pdf', 'photogpj.pdf', 'ab.pdf', 'x.pdf', 'b.pdf'].toSorted(),
  );
});

test('nobody else adds to a complaint, nobody else reads it, and an ended one takes nothing', async () => {
  const file = { name: 'a.pdf', bytes: aPdf() };
  const stranger = theComplainant(house.newId());
  expect(refusalOf(await attachFiles(house, stranger, complaintId, anUpload([file])))).toBe('not_found');
  expect(refusalOf(await attachFiles(house, cast.officer, complaintId, anUpload([file])))).toBe('not_found');
  taken(await send([file]));
  const [{ id: attachmentId = '' } = {}] = await files();
  for (const nobody of [stranger, cast.officer, cast.appraisalAdmin])
    expect(refusalOf(await readAttachment(house, nobody, { attachmentId }))).toBe('not_found');
  taken(await withdrawComplaint(house, theComplainant(complaintId), { complaintId, reason: '已经解决了' }));
  expect(refusalOf(await send([file]))).toBe('illegal_move');
});

test('events of files are chained and replay to their rows; they hold no name', async () => {
  taken(await send([{ name: '张三的身份证.pdf', bytes: aPdf() }]));
  expect((await verifyChains(house.db)).faults).toEqual([]);
  expect((await replayRows(house.db)).differences).toEqual([]);
  const { rows } = await house.db.pool.query(
    `SELECT (SELECT string_agg(event::text, '') FROM event) || (SELECT string_agg(attachment::text, '') FROM attachment) AS text`,
  );
  expect(String((rows[0] as { text: string }).text)).not.toContain('张三');
});
