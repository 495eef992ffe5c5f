import { createHash } from 'node:crypto';
import type { Actor } from '@bihuan/domain';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { theComplainant } from '../complaint/testing/answered.ts';
import { verifyAudit } from '../operations/verify-audit.ts';
import { readItem } from '../supervision/read-item.ts';
import { recordVisit } from '../supervision/record-visit.ts';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { anItemWithMeasuresDone, measureIds, refusalOf, taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { attachEvidence } from './attach-evidence.ts';
import { originalKey } from './file-keys.ts';
import { readAttachmentView } from './list-attachments.ts';
import { openOriginal } from './open-original.ts';
import { readAttachment } from './read-attachment.ts';
import { redactAttachment } from './redact-attachment.ts';
import { withholdAttachment } from './release-attachment.ts';
import { anUpload, type SentFile } from './testing/an-upload.ts';
import { aDocx, anImageBomb, aPhoto, aZip } from './testing/odd-files.ts';

let house: TestHouse;
let cast: Cast;
let itemId: string;
let complaintId: string;
let measureId: string | undefined;
let otherMeasureId: string | undefined;
let photo: Buffer;

beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  ({ itemId, complaintId } = await anItemWithMeasuresDone(house, cast));
  [measureId, otherMeasureId] = await measureIds(house, itemId);
  photo = Buffer.from(await aPhoto());
});
afterAll(() => house.drop());

const send = (actor: Actor, place: object, ...files: readonly SentFile[]) =>
  attachEvidence(house, actor, { itemId, ...place }, anUpload(files));
const view = async (actor: Actor) => taken(await readItem(house, actor, { itemId }));
const open = (actor: Actor, attachmentId: string | undefined) =>
  readAttachment(house, actor, { attachmentId });

describe('a photo of a measure', () => {
  it('is drawn anew, and stands beside it with name, size and the hash of what came', async () => {
    const place = { of: 'measure', ref: measureId };
    expect(taken(await send(cast.officer, place, { name: '整改后.JPG', bytes: photo }))).toEqual({
      ...{ added: 1, known: 0, refused: [] },
    });
    const [file] = (await view(cast.cooperatingOfficer)).evidence;
    expect(file).toMatchObject({
      ...{ of: 'measure', ref: measureId, name: '整改后.jpg', bytes: photo.length, kind: 'image' },
      sha256: createHash('sha256').update(photo).digest('hex'),
    });
    const served = taken(await open(cast.cooperatingOfficer, file?.id));
    expect(served).toMatchObject({ type: 'image/webp', isInline: true, name: '整改后.webp' });
    expect((await sharp(served.bytes).metadata()).exif).toBeUndefined();
    expect(served.bytes.includes('PLANTED-DEVICE')).toBe(false);
    const sealed = Buffer.from(await house.files.get(originalKey(file?.id ?? '')));
    expect(sealed.includes('PLANTED-DEVICE')).toBe(false);
  });

  it('is one however often it is sent', async () => {
    const again = await send(cast.head, { of: 'measure', ref: measureId }, { name: 'b.jpg', bytes: photo });
    expect(taken(again)).toMatchObject({ added: 0, known: 1 });
  });

  it('is nothing to the complainant, a stranger or the window', async () => {
    const [file] = (await view(cast.officer)).evidence;
    for (const actor of [theComplainant(complaintId), cast.strangerOfficer, cast.clerk])
      expect(refusalOf(await open(actor, file?.id))).toBe('not_found');
  });
});

describe('who puts what where', () => {
  it('each department to its own, the office and inspectors to visits', async () => {
    const file = { name: '记录.docx', bytes: aDocx() };
    const measure = { of: 'measure', ref: measureId };
    for (const actor of [cast.cooperatingOfficer, cast.inspector, cast.triage])
      expect(refusalOf(await send(actor, measure, file))).toBe('not_authorised');
    for (const actor of [cast.strangerOfficer, theComplainant(complaintId), cast.clerk])
      expect(refusalOf(await send(actor, measure, file))).toBe('not_found');
    taken(await send(cast.cooperatingOfficer, { of: 'measure', ref: otherMeasureId }, file));
    const [report] = (await view(cast.officer)).reports;
    taken(await send(cast.officer, { of: 'report', ref: report?.id }, file));
    taken(
      await recordVisit(house, cast.inspector, {
        ...{ itemId, kind: 'site_visit', on: '2026-10-12', place: '二楼窗口', departmentId: cast.approvals },
        ...{ inspectorIds: [cast.inspector.staffId, cast.thirdInspector.staffId], text: '公示已更正' },
      }),
    );
    const { visits, mayAttachTo } = await view(cast.inspector);
    expect(visits).toMatchObject([{ place: '二楼窗口', text: '公示已更正' }]);
    expect(mayAttachTo).toEqual([{ of: 'visit', ref: visits[0]?.ref }]);
    taken(await send(cast.inspector, { of: 'visit', ref: visits[0]?.ref }, file));
    expect((await view(cast.officer)).evidence.map(({ of }) => of).toSorted()).toEqual([
      ...['measure', 'measure', 'report', 'visit'],
    ]);
    expect(refusalOf(await send(cast.inspector, { of: 'visit', ref: '1' }, file))).toBe('unknown_visit');
    expect(await send(cast.officer, { of: 'other', ref: '' }, file)).toMatchObject({
      fields: { of: 'not_a_choice', ref: 'required' },
    });
  });
});

it('says by its name why a file is not taken, and keeps the others', async () => {
  const place = { of: 'measure', ref: measureId };
  const sent = await send(
    cast.officer,
    place,
    { name: '脚本.exe', bytes: Buffer.from('MZ\u0000\u0000program') },
    { name: '压缩.zip', bytes: aZip({ 'a.txt': Buffer.from('x') }) },
    { name: '大图.png', bytes: anImageBomb(12_000) },
    { name: '空.pdf', bytes: Buffer.alloc(0) },
    { name: '说明.docx', bytes: aDocx() },
  );
  const { added, refused } = taken(sent);
  expect(added).toBe(1);
  expect(refused.map(({ data }) => data?.['name'])).toEqual(['脚本.exe', '压缩.zip', '大图.png', '空.pdf']);
  expect(refusalOf(await send(cast.officer, place))).toBe('no_file');
});

it('is covered by triage alone, for everybody; the original is opened with a reason', async () => {
  const attachmentId = (await view(cast.triage)).evidence.find(({ kind }) => kind === 'image')?.id;
  const areas = [{ left: '0', top: '0', width: '500', height: '500' }];
  expect(refusalOf(await redactAttachment(house, cast.officer, { attachmentId, areas }))).toBe('not_found');
  const before = taken(await open(cast.officer, attachmentId)).bytes;
  expect(taken(await readAttachmentView(house, cast.triage, { attachmentId })).page).toBe(
    `/supervision/${itemId}`,
  );
  taken(await redactAttachment(house, cast.triage, { attachmentId, areas }));
  expect(taken(await open(cast.officer, attachmentId)).bytes.equals(before)).toBe(false);
  expect(refusalOf(await withholdAttachment(house, cast.triage, { attachmentId }))).toBe('illegal_move');
  const asked = { attachmentId, reason: '核对原件哈希' };
  expect(refusalOf(await openOriginal(house, cast.officer, asked))).toBe('not_found');
  expect(taken(await openOriginal(house, cast.triage, asked)).bytes.equals(photo)).toBe(true);
});

it('leaves whole chains and rows that the events fold to', async () => {
  const { chains, replay } = await verifyAudit(house);
  expect(chains.faults).toEqual([]);
  expect(replay?.differences).toEqual([]);
});
