import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAudit } from '../../../operations/verify-audit.ts';
import { listAttachments } from '../../../attachment/list-attachments.ts';
import { originalKey } from '../../../attachment/file-keys.ts';
import { sweepFiles } from '../../../attachment/sweep-files.ts';
import { anUpload, type SentFile } from '../../../attachment/testing/an-upload.ts';
import { aPdf, aPhoto } from '../../../attachment/testing/odd-files.ts';
import { theComplainant } from '../../testing/answered.ts';
import { taken } from '../../../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../../../testing/test-house.ts';
import { fileFromPortal } from '../file-from-portal.ts';
import { forgetDraft } from '../forget-draft.ts';
import { giveResumeCode } from '../give-resume-code.ts';
import { resumeDraft } from '../resume-draft.ts';
import { saveDraftPage } from '../save-draft-page.ts';
import { attachDraftFiles } from './attach-draft-files.ts';
import { listDraftFiles, readDraftFile, removeDraftFile } from './draft-files.ts';
import { UPLOADS_PER_HOUR } from './upload-limit.ts';

let house: TestHouse;
let photo: SentFile;
let paper: SentFile;
beforeAll(async () => {
  house = await openTestHouse();
  photo = { name: '退件通知单.JPG', bytes: await aPhoto() };
  paper = { name: '告知书.pdf', bytes: aPdf() };
});
afterAll(() => house.drop());

const ANYONE = { kind: 'complainant', complaintId: '' } as const;
const matter = {
  ...{ complainantKind: 'citizen', openness: 'open', name: '反映人甲', phone: '13800138000' },
  ...{ title: '居住证办理被退回三次', body: '材料齐全，窗口每次都说系统里查不到，让我改天再来。' },
};
const begin = async () =>
  taken(await saveDraftPage(house, { draftId: null, page: 'scope', fields: { scope: 'stuck' } }));
const send = (draftId: string, files: readonly SentFile[], address = '10.3.0.1') =>
  attachDraftFiles(house, address, draftId, anUpload(files, { then: 'more' }));
const names = async (draftId: string) =>
  taken(await listDraftFiles(house, { draftId })).map(({ name }) => name);
const ids = async (draftId: string) => taken(await listDraftFiles(house, { draftId })).map(({ id }) => id);
const isKept = (id: string) =>
  house.files.get(originalKey(id)).then(
    () => true,
    () => false,
  );

describe('files of a filing that is not sent', () => {
  it('are taken or refused one by one, kept once, and go with the draft to another device', async () => {
    const { id } = await begin();
    const fake = { name: '假照片.jpg', bytes: Buffer.from('<script>alert(1)</script>') };
    expect(taken(await send(id, [photo, fake]))).toMatchObject({
      ...{ added: 1, known: 0, fields: { then: 'more' } },
      refused: [{ code: 'file_type_not_taken', data: { name: '假照片.jpg' } }],
    });
    house.at('2026-10-12T01:00:01.000Z');
    expect(taken(await send(id, [photo, paper]))).toMatchObject({ added: 1, known: 1, refused: [] });
    const { resumeCode } = taken(await giveResumeCode(house, { draftId: id }));
    const { draftId } = taken(await resumeDraft(house, '10.3.0.2', { resumeCode }));
    expect(await names(draftId)).toEqual(['退件通知单.jpg', '告知书.pdf']);
    const [first = ''] = await ids(draftId);
    expect(taken(await readDraftFile(house, { draftId, fileId: first }))).toMatchObject({
      ...{ type: 'image/webp', name: '退件通知单.webp', isInline: true },
    });
  });

  it('open for nobody else, and are gone when taken out or thrown away', async () => {
    const [mine, other] = [await begin(), await begin()];
    taken(await send(mine.id, [photo, paper]));
    const [first = '', second = ''] = await ids(mine.id);
    expect(await readDraftFile(house, { draftId: other.id, fileId: first })).toMatchObject({
      refusal: { code: 'not_found' },
    });
    taken(await removeDraftFile(house, { draftId: other.id, fileId: first }));
    expect(await names(mine.id)).toHaveLength(2);
    taken(await removeDraftFile(house, { draftId: mine.id, fileId: first }));
    expect([await isKept(first), await isKept(second)]).toEqual([false, true]);
    taken(await forgetDraft(house, { draftId: mine.id }));
    expect(await isKept(second)).toBe(false);
    expect(await send(mine.id, [photo])).toMatchObject({ refusal: { code: 'draft_gone' } });
  });

  it('become those of the complaint, as they were shown, once', async () => {
    const { id: draftId, once } = await begin();
    taken(await send(draftId, [photo]));
    const files = (await ids(draftId)).join(',');
    taken(await send(draftId, [paper]));
    const form = { ...matter, once, draftId, files, filesForDepartment: 'true' };
    const filed = taken(await fileFromPortal(house, ANYONE, '10.3.0.1', form));
    const { complaintId } = filed;
    const actor = theComplainant(complaintId);
    expect(taken(await listAttachments(house, actor, { complaintId }))).toMatchObject([
      { name: '退件通知单.jpg', isReleased: true },
    ]);
    expect(taken(await fileFromPortal(house, ANYONE, '10.3.0.1', form))).toMatchObject({
      ...{ trackingNumber: filed.trackingNumber, isNew: false },
    });
    // The one that was not shown goes with the draft.
    const [left = ''] = await ids(draftId);
    house.at('2026-10-12T03:00:00.000Z');
    await sweepFiles(house);
    expect([await isKept(left), await isKept(files)]).toEqual([false, true]);
    const { chains, replay } = await verifyAudit(house);
    expect([chains.faults, replay?.differences]).toEqual([[], []]);
  });

  it('are seen by the office alone where the person is hidden', async () => {
    const { id: draftId, once } = await begin();
    taken(await send(draftId, [photo]));
    const files = (await ids(draftId)).join(',');
    const form = { ...matter, openness: 'confidential', once, draftId, files, filesForDepartment: 'true' };
    const { complaintId } = taken(await fileFromPortal(house, ANYONE, '10.3.0.1', form));
    expect(taken(await listAttachments(house, theComplainant(complaintId), { complaintId }))).toMatchObject([
      { isReleased: false },
    ]);
  });

  it('have to be checked again where one is gone meanwhile; nothing is filed', async () => {
    const { id: draftId, once } = await begin();
    taken(await send(draftId, [photo]));
    const [fileId = ''] = await ids(draftId);
    taken(await removeDraftFile(house, { draftId, fileId }));
    const form = { ...matter, once, draftId, files: fileId };
    expect(await fileFromPortal(house, ANYONE, '10.3.0.1', form)).toMatchObject({
      refusal: { code: 'files_changed' },
    });
    expect(await fileFromPortal(house, ANYONE, '10.3.0.1', { ...form, files: '' })).toMatchObject({
      ok: true,
    });
  });

  it('stay as long as the draft does', async () => {
    const { id } = await begin();
    taken(await send(id, [photo]));
    house.at('2026-10-20T03:00:00.000Z');
    await sweepFiles(house);
    expect(await names(id)).toHaveLength(1);
    house.at('2026-10-12T03:00:00.000Z');
  });

  it('cannot be sent without end from one address', async () => {
    const { id } = await begin();
    const sent = [];
    for (let count = 0; count <= UPLOADS_PER_HOUR; count += 1)
      sent.push(await send(id, [{ name: 'x.jpg', bytes: Buffer.from('x') }], '10.3.0.9'));
    expect(sent.filter(({ ok }) => ok)).toHaveLength(60);
    expect(sent.at(-1)).toMatchObject({ refusal: { code: 'too_many_uploads' } });
    expect(await send(id, [], '10.3.0.9')).toMatchObject({ ok: true });
  });
});
