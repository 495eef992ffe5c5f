import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAnsweredComplaint } from '../complaint/testing/answered.ts';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { refusalOf, taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { askExport, cancelExport } from './ask-export.ts';
import { csvCell } from './csv.ts';
import { openExport, readExports } from './read-exports.ts';
import { forgetExports, runExport } from './run-export.ts';

let house: TestHouse;
let cast: Cast;
const words = { 'column.department': '部门', 'rule.struck_off_on_time': '按期销号', locale: 'zh-CN' };

beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  await anAnsweredComplaint(house, cast);
});
afterAll(() => house.drop());

async function made(actor: Cast['leader'], asked: object): Promise<Buffer> {
  const { exportId } = taken(await askExport(house, actor, { words, ...asked }));
  await runExport(house, { exportId });
  const opened = taken(await openExport(house, actor, { exportId }));
  const pieces: Uint8Array[] = [];
  for await (const piece of opened.pieces()) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('exports', () => {
  it('gives every line of the ledger as text with commas', async () => {
    const text = (await made(cast.leader, { kind: 'ledger', format: 'csv' })).toString();
    expect(text.startsWith('\uFEFF"at","部门",')).toBe(true);
    expect(text.split('\r\n')[1]).toMatch(/^"2026-10-12 09:00:00","行政审批局",.*"按期销号",1,"DB-/);
  });

  it('gives sheet and trend as workbooks', async () => {
    for (const kind of ['sheet', 'trend'])
      expect((await made(cast.appraisalAdmin, { kind, format: 'xlsx' })).subarray(0, 2).toString()).toBe(
        'PK',
      );
  });

  it('gives a department its own lines alone', async () => {
    const own = (await made(cast.officer, { kind: 'ledger', format: 'csv' })).toString();
    expect(own.split('\r\n')).toHaveLength(3);
    const others = (await made(cast.strangerOfficer, { kind: 'ledger', format: 'csv' })).toString();
    expect(others.split('\r\n')).toHaveLength(2);
    expect((await made(cast.officer, { kind: 'sheet', format: 'csv' })).toString()).not.toContain('建设局');
  });

  it('is on record, says how far it is, and is nobody else’s', async () => {
    const [job] = taken(await readExports(house, cast.leader));
    expect(job).toMatchObject({
      kind: 'ledger',
      status: 'done',
      done: 1,
      total: 1,
      asked: { period: '2026-Q4' },
    });
    expect(refusalOf(await openExport(house, cast.auditor, { exportId: job?.id }))).toBe('not_found');
    const logged = await house.db.prisma.listExport.findUniqueOrThrow({ where: { id: job?.id ?? '' } });
    expect(logged).toMatchObject({ staffId: cast.leader.staffId, lines: 1, filter: { kind: 'ledger' } });
  });

  it('is not made once it is cancelled', async () => {
    const { exportId } = taken(await askExport(house, cast.leader, { kind: 'ledger', format: 'csv' }));
    expect(refusalOf(await cancelExport(house, cast.auditor, { exportId }))).toBe('not_found');
    taken(await cancelExport(house, cast.leader, { exportId }));
    await runExport(house, { exportId });
    expect(refusalOf(await openExport(house, cast.leader, { exportId }))).toBe('not_found');
    expect(refusalOf(await cancelExport(house, cast.leader, { exportId }))).toBe('stale');
  });

  it('refuses what is no kind, no period, or not for this person', async () => {
    expect(await askExport(house, cast.leader, { kind: 'all', format: 'pdf' })).toMatchObject({
      fields: { kind: 'not_a_choice', format: 'not_a_choice' },
    });
    expect(
      await askExport(house, cast.leader, { kind: 'sheet', format: 'csv', period: '2026-13' }),
    ).toMatchObject({
      fields: { period: 'not_a_choice' },
    });
    expect(refusalOf(await askExport(house, cast.triage, { kind: 'ledger', format: 'csv' }))).toBe(
      'not_authorised',
    );
    expect(refusalOf(await askExport(house, cast.clerk, { kind: 'trend', format: 'csv' }))).toBe('not_found');
  });

  it('forgets files after a week', async () => {
    house.at('2026-10-20T01:00:00.000Z');
    await forgetExports(house);
    expect(taken(await readExports(house, cast.leader)).map(({ status }) => status)).toEqual([
      'forgotten',
      'forgotten',
    ]);
  });
});

it('keeps what a spreadsheet would run from running', () => {
  expect(['=1+1', '+1', '-1', '@x', '\t=1', '部门"甲"'].map(csvCell)).toEqual([
    ...[`"'=1+1"`, `"'+1"`, `"'-1"`, `"'@x"`, `"'\t=1"`, `"部门""甲"""`],
  ]);
  expect([-1.5, null].map(csvCell)).toEqual(['-1.5', '']);
});
