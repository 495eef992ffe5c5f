import { readStream } from '@bihuan/db';
import { SYSTEM, type Actor } from '@bihuan/domain';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { importComplaints, type ImportOptions } from './import-complaints.ts';
import type { RowError } from './import/row-error.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.drop());

const FILE = `编号,反映人,标题,时间,内容,联系电话,类别
GD-1,张三,路灯不亮,2026-10-09 08:30,翠湖路路灯三天不亮。,13800138000,城市管理
GD-2,A0001,"噪音, 半夜施工",2026/10/10 23:05,"工地半夜施工，
噪音很大。",,
`;

async function bring(file: string | Buffer, options: ImportOptions = {}, actor: Actor = SYSTEM) {
  const errors: RowError[] = [];
  const result = await importComplaints(house, actor, bytesOf(file), {
    ...options,
    onRefused: (error) => errors.push(error),
  });
  return { result, errors };
}

async function* bytesOf(file: string | Buffer): AsyncGenerator<Buffer> {
  yield Buffer.from(file);
}

const stored = (externalSource: string, externalId: string) =>
  house.db.prisma.complaint.findUniqueOrThrow({
    where: { externalSource_externalId: { externalSource, externalId } },
    include: { contact: true },
  });

describe('importComplaints', () => {
  it('files each row as a transfer: the clock starts now, the first report keeps its own time', async () => {
    const { result } = await bring(FILE, { source: 'a' });
    expect(result).toEqual({ ok: true, value: { read: 2, created: 2, known: 0, refused: 0 } });
    const [first, second] = [await stored('a', 'GD-1'), await stored('a', 'GD-2')];
    expect(first).toMatchObject({
      channel: 'transfer_12345',
      status: 'submitted',
      openness: 'confidential',
      isReachable: true,
      title: '路灯不亮',
      reportedCategory: '城市管理',
      reportedAt: new Date('2026-10-09T00:30:00Z'),
      submittedAt: new Date('2026-10-12T01:00:00Z'),
      dueOn: new Date('2026-10-13'),
    });
    expect(second).toMatchObject({
      openness: 'anonymous',
      isReachable: false,
      body: '工地半夜施工，\n噪音很大。',
    });
    expect(second.contact).toMatchObject({ phone: null });
    expect((await readStream(house.db, first.id)).map(({ type, actor }) => [type, actor])).toEqual([
      ['ComplaintSubmitted', { kind: 'system' }],
    ]);
  });

  it('makes nothing new of rows that came before', async () => {
    await bring(FILE, { source: 'b' });
    const { result } = await bring(FILE, { source: 'b' });
    expect(result).toEqual({ ok: true, value: { read: 2, created: 0, known: 2, refused: 0 } });
  });

  it('reads the same from UTF-8 with a mark and from GBK', async () => {
    await bring(Buffer.from(`\uFEFF${FILE}`), { source: 'mark' });
    await bring(iconv.encode(FILE, 'gbk'), { source: 'gbk' });
    expect((await stored('mark', 'GD-2')).title).toBe('噪音, 半夜施工');
    expect((await stored('gbk', 'GD-2')).title).toBe('噪音, 半夜施工');
  });

  it('names every broken row by line and column and files the rest', async () => {
    const file = `id,title,body,phone,submitted_at
1,路灯不亮,翠湖路,13800138000,2026-10-01
2,路灯不亮,翠湖路,1380013,2026-10-01
3,,翠湖路,,2026-10-01
4,路灯不亮,"翠湖路
两盏",,2026-13-01
,路灯不亮,翠湖路,,2026-10-01
6,路灯不亮,翠湖路
7,路灯不亮,"翠湖路,,2026-10-01
1,路灯又不亮,翠湖路,,2026-10-01
9,路灯不亮,翠湖路,,2026-10-13
10,路灯不亮,翠\u0007湖路,,
11,路灯不亮,翠湖路,,
`;
    const { result, errors } = await bring(file, { source: 'c' });
    expect(errors).toEqual([
      { line: 3, header: 'phone', code: 'phone_malformed' },
      { line: 4, header: 'title', code: 'required' },
      { line: 5, header: 'submitted_at', code: 'not_a_date' },
      { line: 7, header: 'id', code: 'required' },
      { line: 8, header: '', code: 'wrong_column_count', data: { found: 3, wanted: 5 } },
      { line: 9, header: '', code: 'broken_quotes' },
      { line: 10, header: 'id', code: 'repeated_in_file', data: { line: 2 } },
      { line: 11, header: 'submitted_at', code: 'in_the_future' },
      { line: 12, header: 'body', code: 'control_characters' },
    ]);
    expect(result).toEqual({ ok: true, value: { read: 11, created: 2, known: 0, refused: 9 } });
  });

  it('says in a dry run what would happen, and writes nothing', async () => {
    await bring('id,title,body\n1,路灯,不亮\n', { source: 'd' });
    const { result, errors } = await bring('id,title,body\n1,路灯,不亮\n2,路灯,不亮\n3,,\n', {
      source: 'd',
      dryRun: true,
    });
    expect(result).toEqual({ ok: true, value: { read: 3, created: 1, known: 1, refused: 1 } });
    expect(errors).toEqual([{ line: 4, header: 'title', code: 'required' }]);
    expect(await house.db.prisma.complaint.count({ where: { externalSource: 'd' } })).toBe(1);
  });

  it('writes to those who left an address, and to nobody else', async () => {
    await bring(
      'id,title,body,name,phone,email\n1,路灯,不亮,张三,13800138000,\n2,路灯,不亮,李四,,li.si@example.com\n',
      {
        source: 'f',
      },
    );
    const { rows } = await house.db.pool.query<{ id: string }>(
      `SELECT external_id AS id FROM pgboss.job JOIN complaint ON complaint.id::text = split_part(data->>'occasion', ':', 1) WHERE external_source = 'f'`,
    );
    expect(rows).toEqual([{ id: '2' }]);
  });

  it('keeps a short title and a long body whole', async () => {
    const body = '路'.repeat(30_000);
    await bring(`id,title,body\n1,灯,${body}\n`, { source: 'e' });
    expect(await stored('e', '1')).toMatchObject({ title: '灯', body });
  });

  it('refuses a file as a whole where no row can be read', async () => {
    expect((await bring('')).result).toMatchObject({ refusal: { code: 'file_empty' } });
    expect((await bring('编号,内容\n1,路灯')).result).toMatchObject({
      refusal: { code: 'file_without_column', data: { fields: 'title', headers: '编号, 内容' } },
    });
    expect((await bring(iconv.encode(FILE, 'utf16'))).result).toMatchObject({
      refusal: { code: 'file_not_text' },
    });
  });

  it('is for the office, not for a department', async () => {
    const actor: Actor = {
      kind: 'staff',
      staffId: house.newId(),
      departmentId: house.newId(),
      roles: ['department_head'],
    };
    expect((await bring(FILE, {}, actor)).result).toMatchObject({ refusal: { code: 'not_authorised' } });
  });
});
