import type { Actor } from '@bihuan/domain';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOriginal } from '../attachment/open-original.ts';
import { readAttachmentView } from '../attachment/list-attachments.ts';
import { readAttachment } from '../attachment/read-attachment.ts';
import { redactAttachment } from '../attachment/redact-attachment.ts';
import { withholdAttachment } from '../attachment/release-attachment.ts';
import { anUpload, type SentFile } from '../attachment/testing/an-upload.ts';
import { aDocx, aPhoto } from '../attachment/testing/odd-files.ts';
import { verifyAudit } from '../operations/verify-audit.ts';
import { nameForTeams } from '../people/expertise/name-for-teams.ts';
import { assignItem } from '../supervision/assign-item.ts';
import { readItem } from '../supervision/read-item.ts';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { refusalOf, taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { approveInspectionReport } from './approve-inspection-report.ts';
import { attachFindingEvidence } from './attach-finding-evidence.ts';
import { beginInspection } from './begin-inspection.ts';
import { draftInspectionReport } from './draft-inspection-report.ts';
import { formInspectionTeam } from './form-inspection-team.ts';
import { openItemOfFinding } from './open-item-of-finding.ts';
import { planInspection } from './plan-inspection.ts';
import { readInspection } from './read-inspection.ts';
import { recordInspectionFinding } from './record-inspection-finding.ts';
import { submitInspectionReport } from './submit-inspection-report.ts';

let house: TestHouse;
let cast: Cast;
let inspectionId: string;
let findingIds: string[];
let photo: Buffer;

const read = async (actor: Actor) => taken(await readInspection(house, actor, { inspectionId }));
const send = (actor: Actor, nth: number, ...files: readonly SentFile[]) =>
  attachFindingEvidence(house, actor, { inspectionId, findingId: findingIds[nth] }, anUpload(files));
const open = (actor: Actor, attachmentId: string | undefined) =>
  readAttachment(house, actor, { attachmentId });
const fileOf = async (nth: number) => (await read(cast.triage)).findings[nth]?.files[0];

/** An inspection of two departments under way, with one finding at each. */
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  photo = await aPhoto();
  for (const { staffId } of [cast.inspector, cast.thirdInspector])
    taken(await nameForTeams(house, cast.triage, { staffId, kind: 'full_time', fromOn: '2026-10-01' }));
  const inspectorIds = [cast.inspector.staffId, cast.thirdInspector.staffId];
  ({ inspectionId } = taken(
    await planInspection(house, cast.triage, {
      ...{ theme: '窗口一次性告知执行情况', basis: '开督发〔2026〕9号' },
      ...{ departmentIds: [cast.approvals, cast.construction], fromOn: '2026-10-12', toOn: '2026-10-16' },
    }),
  ));
  taken(await formInspectionTeam(house, cast.triage, { inspectionId, memberIds: inspectorIds }));
  taken(await beginInspection(house, cast.inspector, { inspectionId }));
  for (const departmentId of [cast.approvals, cast.construction])
    taken(
      await recordInspectionFinding(house, cast.inspector, {
        ...{ inspectionId, departmentId, place: '二楼综合窗口', foundOn: '2026-10-12', inspectorIds },
        ...{ severity: 'serious', text: '窗口公示的材料清单比办事指南多两项。' },
      }),
    );
  findingIds = (await read(cast.triage)).findings.map(({ id }) => id);
});
afterAll(() => house.drop());

describe('a photo of a finding', () => {
  it('is drawn anew and stands with the finding, with the hash of what came', async () => {
    const sent = await send(cast.inspector, 0, { name: '现场拍摄.JPG', bytes: photo });
    expect(taken(sent)).toEqual({ added: 1, known: 0, refused: [] });
    expect(taken(await send(cast.thirdInspector, 0, { name: 'b.jpg', bytes: photo }))).toMatchObject({
      ...{ added: 0, known: 1 },
    });
    taken(await send(cast.thirdInspector, 1, { name: '建设局.jpg', bytes: photo }));
    const [first, second] = (await read(cast.inspector)).findings;
    expect(first?.files).toMatchObject([
      { of: 'finding', ref: first?.id, name: '现场拍摄.jpg', kind: 'image', bytes: photo.length },
    ]);
    expect(second?.files).toHaveLength(1);
    const served = taken(await open(cast.thirdInspector, first?.files[0]?.id));
    expect(served).toMatchObject({ type: 'image/webp', isInline: true, name: '现场拍摄.webp' });
    expect((await sharp(served.bytes).metadata()).exif).toBeUndefined();
    expect(served.bytes.includes('PLANTED-DEVICE')).toBe(false);
  });

  it('comes from the team alone', async () => {
    const file = { name: '记录.docx', bytes: aDocx() };
    expect((await read(cast.inspector)).findings[0]?.mayAttach).toBe(true);
    for (const actor of [cast.triage, cast.fourthInspector, cast.leader]) {
      expect(refusalOf(await send(actor, 0, file))).toBe('not_authorised');
      expect((await read(actor)).findings[0]?.mayAttach).toBe(false);
    }
    for (const actor of [cast.officer, cast.head, cast.concernedInspector, cast.clerk])
      expect(refusalOf(await send(actor, 0, file))).toBe('not_found');
    const elsewhere = { inspectionId, findingId: house.newId() };
    const upload = anUpload([file]);
    expect(refusalOf(await attachFindingEvidence(house, cast.inspector, elsewhere, upload))).toBe(
      'unknown_finding',
    );
    expect(refusalOf(await send(cast.inspector, 0))).toBe('no_file');
    const bad = await send(cast.inspector, 0, { name: '程序.exe', bytes: Buffer.from('MZ\u0000program') });
    expect(taken(bad).refused.map(({ data }) => data?.['name'])).toEqual(['程序.exe']);
  });

  it('is nothing to a department, nor to its inspector, before the report is approved', async () => {
    const file = await fileOf(0);
    for (const actor of [cast.officer, cast.head, cast.concernedInspector, cast.clerk])
      expect(refusalOf(await open(actor, file?.id))).toBe('not_found');
  });
});

it('is covered by triage alone, for everybody', async () => {
  const file = await fileOf(0);
  const covering = { attachmentId: file?.id, areas: [{ left: '0', top: '0', width: '500', height: '500' }] };
  expect(file?.mayDecide).toBe(true);
  expect((await read(cast.inspector)).findings[0]?.files[0]?.mayDecide).toBe(false);
  expect(refusalOf(await redactAttachment(house, cast.inspector, covering))).toBe('not_authorised');
  expect(refusalOf(await redactAttachment(house, cast.officer, covering))).toBe('not_found');
  const before = taken(await open(cast.inspector, file?.id)).bytes;
  const page = `/inspections/${inspectionId}#finding-${findingIds[0]}`;
  expect(taken(await readAttachmentView(house, cast.triage, { attachmentId: file?.id })).page).toBe(page);
  expect(taken(await redactAttachment(house, cast.triage, covering)).page).toBe(page);
  expect(taken(await open(cast.inspector, file?.id)).bytes.equals(before)).toBe(false);
  expect(refusalOf(await withholdAttachment(house, cast.triage, { attachmentId: file?.id }))).toBe(
    'illegal_move',
  );
  const asked = { attachmentId: file?.id, reason: '核对原件哈希' };
  expect(refusalOf(await openOriginal(house, cast.officer, asked))).toBe('not_found');
  expect(taken(await openOriginal(house, cast.triage, asked)).bytes.equals(photo)).toBe(true);
});

it('is reached from the item that came of the finding, without what tells who came', async () => {
  const number = (await read(cast.triage)).number;
  const { itemId } = taken(
    await openItemOfFinding(house, cast.triage, {
      ...{ inspectionId, findingId: findingIds[0], basis: `专项督查${number}` },
      problem: '窗口公示的材料清单比办事指南多两项。',
    }),
  );
  const ofFinding = async (actor: Actor) =>
    taken(await readItem(house, actor, { itemId })).evidence.filter(({ of }) => of === 'finding');
  expect(await ofFinding(cast.triage)).toMatchObject([{ name: '现场拍摄.jpg', addedBy: 'inspector' }]);
  const file = await fileOf(0);
  expect(refusalOf(await open(cast.officer, file?.id))).toBe('not_found');
  taken(
    await assignItem(house, cast.triage, {
      ...{ itemId, leadDepartmentId: cast.approvals, workingDays: '5' },
      measures: [{ text: '按办事指南更正公示', departmentId: cast.approvals, dueOn: '2026-10-14' }],
    }),
  );
  expect(await ofFinding(cast.officer)).toMatchObject([
    { id: file?.id, name: null, ordinal: 1, addedBy: '', mayDecide: false },
  ]);
  expect(taken(await open(cast.officer, file?.id)).name).toBe('image-1.webp');
  for (const actor of [cast.strangerOfficer, cast.clerk])
    expect(refusalOf(await open(actor, file?.id))).toBe('not_found');
  expect(refusalOf(await open(cast.officer, (await fileOf(1))?.id))).toBe('not_found');
});

it('is closed to more once the report goes to its approval, and then seen by its own department', async () => {
  const file = { name: '补充.docx', bytes: aDocx() };
  taken(await draftInspectionReport(house, cast.inspector, { inspectionId }));
  taken(await send(cast.inspector, 1, file));
  taken(await submitInspectionReport(house, cast.inspector, { inspectionId }));
  expect(refusalOf(await send(cast.inspector, 1, file))).toBe('illegal_inspection_step');
  taken(await approveInspectionReport(house, cast.leader, { inspectionId }));
  const { findings } = await read(cast.officer);
  expect(findings.map(({ files }) => files.map(({ name }) => name))).toEqual([[null]]);
  expect(JSON.stringify(findings)).not.toContain('"inspector"');
  expect(refusalOf(await open(cast.officer, (await fileOf(1))?.id))).toBe('not_found');
});

it('leaves whole chains and rows that the events fold to', async () => {
  const { chains, replay } = await verifyAudit(house);
  expect(chains.faults).toEqual([]);
  expect(replay?.differences).toEqual([]);
});
