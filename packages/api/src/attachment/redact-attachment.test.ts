import { createServer, type AddressInfo } from 'node:net';
import { replayRows } from '@bihuan/db';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { theComplainant } from '../complaint/testing/answered.ts';
import { trackComplaint } from '../complaint/track-complaint.ts';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { anAssignedItem, refusalOf, taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { attachFiles } from './attach-files.ts';
import { listAttachments } from './list-attachments.ts';
import { openOriginal } from './open-original.ts';
import { readAttachment } from './read-attachment.ts';
import { redactAttachment } from './redact-attachment.ts';
import { releaseAttachment, withholdAttachment } from './release-attachment.ts';
import { clamdScanner } from './store/clamd-scanner.ts';
import { anUpload } from './testing/an-upload.ts';
import { aPdf, aPhoto } from './testing/odd-files.ts';

let house: TestHouse;
let cast: Cast;

beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
afterAll(() => house.drop());

async function aSentPhoto(openness: 'open' | 'confidential') {
  const { complaintId } = await anAssignedItem(house, cast, { openness });
  const upload = anUpload([{ name: '张三的照片.jpg', bytes: await aPhoto() }], { isForDepartment: 'true' });
  taken(await attachFiles(house, theComplainant(complaintId), complaintId, upload));
  const [file] = taken(await listAttachments(house, cast.triage, { complaintId }));
  return { complaintId, attachmentId: file?.id ?? '' };
}

test('a department sees a photo of a confidential case only when it is covered and given out, and never its name', async () => {
  const { complaintId, attachmentId } = await aSentPhoto('confidential');
  expect(taken(await listAttachments(house, cast.officer, { complaintId }))).toEqual([]);
  expect(refusalOf(await readAttachment(house, cast.officer, { attachmentId }))).toBe('not_found');
  const areas = [{ left: '0', top: '0', width: '1000', height: '500' }];
  expect(refusalOf(await redactAttachment(house, cast.clerk, { attachmentId, areas }))).toBe('not_found');
  taken(await redactAttachment(house, cast.triage, { attachmentId, areas }));
  taken(await releaseAttachment(house, cast.triage, { attachmentId }));
  const [listed] = taken(await listAttachments(house, cast.officer, { complaintId }));
  expect(listed).toMatchObject({ name: null, ordinal: 1, isRedacted: true, addedBy: null });
  const served = taken(await readAttachment(house, cast.officer, { attachmentId }));
  expect(served.name).toBe('image-1.webp');
  const colourAt = async (bytes: Buffer, top: number) => {
    const { data } = await sharp(bytes).extract({ left: 100, top, width: 1, height: 1 }).raw().toBuffer({
      resolveWithObject: true,
    });
    return data[0] ?? 0;
  };
  expect(await colourAt(served.bytes, 100)).toBeLessThan(40);
  expect(await colourAt(served.bytes, 300)).toBeGreaterThan(180);
  const own = taken(await readAttachment(house, theComplainant(complaintId), { attachmentId }));
  expect(await colourAt(own.bytes, 100)).toBeGreaterThan(180);
  taken(await withholdAttachment(house, cast.triage, { attachmentId }));
  expect(refusalOf(await readAttachment(house, cast.officer, { attachmentId }))).toBe('not_found');
});

test('in an open case a department sees what the complainant allowed, without its place', async () => {
  const { complaintId, attachmentId } = await aSentPhoto('open');
  const served = taken(await readAttachment(house, cast.officer, { attachmentId }));
  expect((await sharp(served.bytes).metadata()).exif).toBeUndefined();
  expect(refusalOf(await readAttachment(house, cast.strangerOfficer, { attachmentId }))).toBe('not_found');
  const upload = anUpload([{ name: 'a.pdf', bytes: aPdf() }]);
  taken(await attachFiles(house, theComplainant(complaintId), complaintId, upload));
  expect(taken(await listAttachments(house, cast.officer, { complaintId }))).toHaveLength(1);
  expect(taken(await listAttachments(house, cast.concernedInspector, { complaintId }))).toHaveLength(1);
  expect(taken(await listAttachments(house, cast.triage, { complaintId }))).toHaveLength(2);
});

test('each look at an original is an event, and the complainant reads it', async () => {
  const { complaintId, attachmentId } = await aSentPhoto('open');
  const reason = '核对拍摄时间';
  expect(refusalOf(await openOriginal(house, cast.officer, { attachmentId, reason }))).toBe('not_found');
  const looksNow = async () =>
    taken(await trackComplaint(house, theComplainant(complaintId), { complaintId })).looks;
  expect(await looksNow()).toEqual([]);
  const { bytes, isInline } = taken(await openOriginal(house, cast.triage, { attachmentId, reason }));
  expect(bytes.includes('PLANTED-DEVICE')).toBe(true);
  expect(isInline).toBe(false);
  expect(await looksNow()).toMatchObject([{ reason }]);
  const events = await house.db.prisma.event.findMany({
    where: { streamId: attachmentId },
    orderBy: { version: 'asc' },
  });
  expect(events.map(({ type }) => type)).toEqual(['AttachmentAdded', 'OriginalOpened']);
  expect((await replayRows(house.db)).differences).toEqual([]);
});

test('a clamd is asked about every file; what it finds is not kept, and without its word nothing is', async () => {
  const received: Buffer[] = [];
  const server = createServer((socket) => {
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      const all = Buffer.concat(chunks);
      if (!all.subarray(-4).equals(Buffer.alloc(4))) return;
      received.push(all);
      socket.end(all.includes('VIRUS') ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const scanned = { ...house, files: { ...house.files, scanner: clamdScanner({ host: '127.0.0.1', port }) } };
  const { complaintId } = await anAssignedItem(house, cast);
  const complainant = theComplainant(complaintId);
  const send = (bytes: Buffer) =>
    attachFiles(scanned, complainant, complaintId, anUpload([{ name: 'a.pdf', bytes }]));
  expect(taken(await send(aPdf())).added).toBe(1);
  expect(received[0]?.subarray(0, 10).toString()).toBe('zINSTREAM\0');
  expect(received[0]?.includes('%PDF')).toBe(true);
  const [file] = taken(await listAttachments(house, complainant, { complaintId }));
  expect(file?.isScanned).toBe(true);
  const infected = Buffer.concat([aPdf(), Buffer.from('%VIRUS\n%%EOF')]);
  expect(taken(await send(infected)).refused).toMatchObject([{ code: 'file_infected' }]);
  await new Promise((closed) => server.close(closed));
  const other = Buffer.concat([aPdf(), Buffer.from('%2\n%%EOF')]);
  expect(taken(await send(other)).refused).toMatchObject([{ code: 'scanner_unavailable' }]);
});
