import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SYSTEM } from '@bihuan/domain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { importComplaints } from './import-complaints.ts';
import { listComplaints } from './list-complaints.ts';
import { readComplaint } from './read-complaint.ts';

const FILE = join(import.meta.dirname, '../../../../../shared/data/complaints-replied.csv');

/** Each is wrong in another way; the words after # say how and are part of the row. */
const BROKEN = [
  '900001,A01,#no body,2019-05-01T10:00:00+08:00,,,',
  '900002,A01,,2019-05-01T10:00:00+08:00,#no title,,',
  ',A01,#no number,2019-05-01T10:00:00+08:00,内容,,',
  '900004,A01,#no such day,2019-02-30T10:00:00+08:00,内容,,',
  '900005,A01,#too few columns,2019-05-01T10:00:00+08:00,内容',
  '900006,A01,#too many columns,2019-05-01T10:00:00+08:00,内容,,,,',
  '900007,A01,#open quote,2019-05-01T10:00:00+08:00,"内容,,',
  '900008,A01,#text after quote,2019-05-01T10:00:00+08:00,"内容"的,,',
  '900009,A01,#years ahead,2099-05-01T10:00:00+08:00,内容,,',
  '900010,A01,#bell\u0007,2019-05-01T10:00:00+08:00,内容,,',
];

let house: TestHouse;
beforeEach(async () => {
  house = await openTestHouse();
});
afterEach(() => house.drop());

describe.skipIf(!existsSync(FILE))(
  '838 complaints of a message board (skipped where ../shared/data is not there)',
  () => {
    it('come in without any flag, once, and are found by their words', async () => {
      const first = await importComplaints(house, SYSTEM, createReadStream(FILE));
      expect(first).toEqual({ ok: true, value: { read: 838, created: 838, known: 0, refused: 0 } });
      const second = await importComplaints(house, SYSTEM, createReadStream(FILE));
      expect(second).toEqual({ ok: true, value: { read: 838, created: 0, known: 838, refused: 0 } });
      const triage = {
        kind: 'staff',
        staffId: house.newId(),
        departmentId: house.newId(),
        roles: ['triage_admin'],
      } as const;
      const list = await listComplaints(house, triage, { text: '噪音', size: 100 });
      if (!list.ok) throw new Error(JSON.stringify(list));
      expect(list.value).toMatchObject({ count: 23, isCapped: false });
      expect(
        list.value.lines.every(
          ({ status, channel }) => status === 'submitted' && channel === 'transfer_12345',
        ),
      ).toBe(true);
      const { _min } = await house.db.prisma.complaint.aggregate({ _min: { reportedAt: true } });
      expect(_min.reportedAt).toEqual(new Date('2011-04-02T18:00:54+08:00'));
      const [line] = list.value.lines;
      const page = await readComplaint(house, triage, { complaintId: line?.id });
      expect(page).toMatchObject({
        value: { externalSource: '12345', reportedAt: expect.stringMatching(/^20[12]\d-.*Z$/) },
      });
    });

    it('come in but for ten broken lines, which are named', async () => {
      const { text, lines } = spoil(await readFile(FILE, 'utf8'));
      const named: number[] = [];
      const result = await importComplaints(house, SYSTEM, bytesOf(text), {
        onRefused: ({ line }) => named.push(line),
      });
      expect(result).toEqual({ ok: true, value: { read: 848, created: 838, known: 0, refused: 10 } });
      expect(named).toEqual(lines);
    });
  },
);

/** Puts a broken line before every eightieth record, and says on which physical lines they then are. */
function spoil(text: string): { text: string; lines: number[] } {
  const out: string[] = [];
  const lines: number[] = [];
  let records = 0;
  for (const line of text.split('\n')) {
    const isRecord = /^\d+,[A-Z]+\d+,/.test(line);
    if (isRecord) records += 1;
    const broken = isRecord && records % 80 === 0 ? BROKEN[lines.length] : undefined;
    if (broken !== undefined) lines.push(out.push(broken));
    out.push(line);
  }
  return { text: out.join('\n'), lines };
}

async function* bytesOf(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}
