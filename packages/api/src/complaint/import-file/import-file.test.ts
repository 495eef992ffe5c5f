import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { anUpload } from '../../attachment/testing/an-upload.ts';
import { aDocx, aZip } from '../../attachment/testing/odd-files.ts';
import { castPeople, type Cast } from '../../supervision/testing/cast.ts';
import { taken } from '../../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { acceptComplaint } from '../accept-complaint.ts';
import { bringImport } from './bring-import.ts';
import { checkImport } from './check-import.ts';
import { dropImport } from './drop-import.ts';
import { fileImport } from './file-import.ts';
import { forgetImports } from './forget-imports.ts';
import { listImports } from './list-imports.ts';
import { readImport } from './read-import.ts';
import { runImport } from './run-import.ts';
import { undoImport } from './undo-import.ts';

let house: TestHouse;
let cast: Cast;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
afterAll(() => house.drop());

const FILE = `编号,反映人,标题,时间,内容,联系电话,类别
GD-1,张三,路灯不亮,2026-10-09 08:30,翠湖路路灯三天不亮。,13800138000,城市管理
GD-2,李四,半夜施工,2026-10-10 23:05,"工地半夜施工，
噪音很大。",13800138001,
GD-3,,,2026-10-10,没有标题,,
`;
const COLUMNS = { id: '编号', title: '标题', body: '内容', name: '反映人', phone: '联系电话' };

async function bring(bytes: Buffer | string, name = '工单.csv', actor = cast.triage): Promise<string> {
  return taken(await bringImport(house, actor, anUpload([{ name, bytes: Buffer.from(bytes) }]))).importId;
}

async function checked(bytes: Buffer | string, source: string, column: object = COLUMNS): Promise<string> {
  const importId = await bring(bytes);
  taken(await checkImport(house, cast.triage, { importId, source, column }));
  await runImport(house, { importId });
  return importId;
}

async function filed(bytes: Buffer | string, source: string, column: object = COLUMNS): Promise<string> {
  const importId = await checked(bytes, source, column);
  taken(await fileImport(house, cast.triage, { importId }));
  await runImport(house, { importId });
  return importId;
}

const page = async (importId: string, verdict = '') =>
  taken(await readImport(house, cast.triage, { importId, verdict }));
const complaintsOf = (externalSource: string) =>
  house.db.prisma.complaint.findMany({ where: { externalSource }, orderBy: { externalId: 'asc' } });

describe('a file of another platform', () => {
  it('guesses the columns, and shows the first rows and nothing else', async () => {
    const shown = await page(await bring(`\uFEFF${FILE}`));
    expect(shown).toMatchObject({
      step: 'arrived',
      kind: 'csv',
      fileName: '工单.csv',
      columns: { ...COLUMNS, submitted_at: '时间', category: '类别' },
      counts: { new: 0, same: 0, changed: 0, refused: 0 },
    });
    expect(shown.sample.rows[0]?.[2]).toBe('路灯不亮');
    expect(await house.db.prisma.complaint.count()).toBe(0);
  });

  it('says in a dry run what each row would be, and files nothing', async () => {
    const importId = await checked(iconv.encode(FILE, 'gbk'), 'dry');
    expect(await page(importId)).toMatchObject({
      step: 'checked',
      counts: { new: 2, same: 0, changed: 0, refused: 1 },
      verdict: 'refused',
      lines: [{ line: 5, error: { header: '标题', code: 'required' } }],
    });
    expect((await page(importId, 'new')).lines.map(({ line, title }) => [line, title])).toEqual([
      [2, '路灯不亮'],
      [3, '半夜施工'],
    ]);
    expect(await complaintsOf('dry')).toEqual([]);
  });

  it('files the new rows as the person who asked, and the same file again makes nothing', async () => {
    const first = await filed(FILE, 'twice');
    expect(await page(first)).toMatchObject({ step: 'filed', created: 2, standing: 2, actedOn: [] });
    const [one] = await complaintsOf('twice');
    expect(one).toMatchObject({ channel: 'transfer_12345', status: 'submitted', title: '路灯不亮' });
    expect(one?.loggedById).toBe(cast.triage.staffId);
    const second = await filed(FILE, 'twice');
    expect(await page(second)).toMatchObject({ created: 0, counts: { new: 0, same: 2, refused: 1 } });
    expect(await complaintsOf('twice')).toHaveLength(2);
  });

  it('goes on after a crash without filing a row twice, and still knows what it filed', async () => {
    const importId = await filed(FILE, 'crash');
    await house.db.prisma.complaintImport.update({ where: { id: importId }, data: { step: 'filing' } });
    await runImport(house, { importId });
    expect(await page(importId)).toMatchObject({ step: 'filed', created: 2, standing: 2 });
    expect(await complaintsOf('crash')).toHaveLength(2);
  });

  it('lists what reads otherwise now, without a word of who the complainant is, and writes nothing over', async () => {
    await filed(FILE, 'diff');
    const importId = await filed(
      FILE.replace('三天不亮', '五天不亮').replace('13800138001', '13900139001'),
      'diff',
    );
    const shown = await page(importId, 'changed');
    expect(shown.counts).toEqual({ new: 0, same: 0, changed: 2, refused: 1 });
    expect(shown.lines.map(({ externalId, differences }) => [externalId, differences])).toEqual([
      ['GD-1', [{ field: 'body', before: '翠湖路路灯三天不亮。', after: '翠湖路路灯五天不亮。' }]],
      ['GD-2', [{ field: 'phone', before: null, after: null }]],
    ]);
    expect(JSON.stringify(shown.lines)).not.toContain('1390013');
    expect((await complaintsOf('diff'))[0]?.body).toBe('翠湖路路灯三天不亮。');
  });

  it('reads a workbook: rows by the numbers of the sheet, dates and long numbers as they stand there', async () => {
    const importId = await filed(
      await writeWorkbook([
        ['编号', '标题', '内容', '反映人', '联系电话', '时间'],
        [
          'X-1',
          '电梯停运',
          '三号楼电梯停了',
          '王五',
          13_800_138_002,
          { value: new Date('2026-10-09T08:30:00Z'), format: 'yyyy-mm-dd hh:mm' },
        ],
        [],
        ['X-2', '', '没有标题'],
      ]).toBuffer(),
      'sheet',
      { ...COLUMNS, submitted_at: '时间' },
    );
    expect(await page(importId)).toMatchObject({
      kind: 'xlsx',
      created: 1,
      lines: [{ line: 4, error: { header: '标题', code: 'required' } }],
    });
    expect((await complaintsOf('sheet'))[0]).toMatchObject({
      title: '电梯停运',
      reportedAt: new Date('2026-10-09T00:30:00Z'),
      openness: 'confidential',
    });
  });

  it('does not take what is no table, or would overwhelm whoever opens it', async () => {
    const bomb = aZip({
      '[Content_Types].xml': Buffer.from(
        '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
      ),
      'xl/worksheets/sheet1.xml': Buffer.alloc(90_000_000, 'a'),
    });
    const refusals = [];
    for (const bytes of [aDocx(), bomb, Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), Buffer.alloc(0)]) {
      const result = await bringImport(house, cast.triage, anUpload([{ name: 'a.xlsx', bytes }]));
      refusals.push(!result.ok && result.kind === 'refusal' ? result.refusal.code : result);
    }
    expect(refusals.slice(0, 2)).toEqual(['file_no_workbook', 'file_unpacks_too_large']);
    expect(refusals.slice(2)).toEqual(['file_type_not_taken', 'file_empty']);
  });

  it('asks for a column for each field that is needed, and for one only once', async () => {
    const importId = await bring(FILE);
    const column = { id: '编号', title: '编号', name: '没有这一列' };
    expect(await checkImport(house, cast.triage, { importId, source: '12345', column })).toEqual({
      ok: false,
      kind: 'bad_input',
      fields: {
        'column.body': 'required',
        'column.title': 'already_taken',
        'column.name': 'not_a_choice',
      },
    });
  });
});

describe('undoing a file', () => {
  it('takes every complaint back with its history, and lets the numbers come again', async () => {
    const importId = await filed(FILE, 'undo');
    const [one] = await complaintsOf('undo');
    taken(await undoImport(house, cast.triage, { importId, reason: '导错了文件' }));
    await runImport(house, { importId });
    expect(await page(importId)).toMatchObject({ step: 'undone', standing: 0, undone: 2 });
    expect(await house.db.prisma.complaint.findUnique({ where: { id: one?.id ?? '' } })).toMatchObject({
      status: 'withdrawn',
      externalId: null,
      dueOn: null,
    });
    await filed(FILE, 'undo');
    expect(await complaintsOf('undo')).toHaveLength(2);
  });

  it('is refused once somebody has acted on one of them, and says on which', async () => {
    const importId = await filed(FILE, 'acted');
    const [one] = await complaintsOf('acted');
    const accepted = { complaintId: one?.id, category: 'market_registration', complexity: 'simple' };
    const category = await house.db.prisma.category.findFirstOrThrow({ where: { parent: { not: null } } });
    taken(await acceptComplaint(house, cast.triage, { ...accepted, category: category.code }));
    expect(await undoImport(house, cast.triage, { importId, reason: '导错了' })).toMatchObject({
      refusal: { code: 'import_acted_on', data: { number: one?.trackingNumber } },
    });
    expect((await page(importId)).actedOn).toMatchObject([
      { trackingNumber: one?.trackingNumber, status: 'accepted', last: 'ComplaintAccepted' },
    ]);
  });

  it('leaves alone what somebody acted on while it was running', async () => {
    const importId = await filed(FILE, 'race');
    taken(await undoImport(house, cast.triage, { importId, reason: '导错了' }));
    const [one] = await complaintsOf('race');
    const category = await house.db.prisma.category.findFirstOrThrow({ where: { parent: { not: null } } });
    taken(
      await acceptComplaint(house, cast.triage, {
        complaintId: one?.id,
        category: category.code,
        complexity: 'simple',
      }),
    );
    await runImport(house, { importId });
    expect(await page(importId)).toMatchObject({ step: 'filed', standing: 1, undone: 1 });
    expect((await complaintsOf('race')).map(({ status }) => status)).toEqual(['accepted']);
  });
});

it('is for triage, and for the window what the window brought', async () => {
  const importId = await bring(FILE);
  const own = await bring(FILE, '窗口.csv', cast.clerk);
  for (const actor of [cast.head, cast.officer, cast.inspector, cast.leader]) {
    expect(await readImport(house, actor, { importId })).toMatchObject({ refusal: { code: 'not_found' } });
    expect(await listImports(house, actor)).toMatchObject({ refusal: { code: 'not_found' } });
    expect(await bringImport(house, actor, anUpload([]))).toMatchObject({ refusal: { code: 'not_found' } });
  }
  expect(await undoImport(house, cast.clerk, { importId, reason: '不是我的' })).toMatchObject({
    refusal: { code: 'not_found' },
  });
  expect(taken(await listImports(house, cast.clerk)).map(({ id }) => id)).toEqual([own]);
});

it('keeps the file sealed, and not for long', async () => {
  const importId = await bring(FILE);
  const stored = Buffer.from(await house.files.get(`imports/${importId}`));
  expect(stored.includes(Buffer.from('路灯'))).toBe(false);
  const dropped = await bring(FILE);
  taken(await dropImport(house, cast.triage, { importId: dropped }));
  await expect(house.files.get(`imports/${dropped}`)).rejects.toThrow();
  house.at('2026-10-20T01:00:00.000Z');
  await forgetImports(house);
  await expect(house.files.get(`imports/${importId}`)).rejects.toThrow();
  expect(await readImport(house, cast.triage, { importId })).toMatchObject({
    refusal: { code: 'not_found' },
  });
});
