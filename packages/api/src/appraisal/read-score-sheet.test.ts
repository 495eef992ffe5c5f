import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordCallback } from '../complaint/record-callback.ts';
import { fileFinding } from '../supervision/file-finding.ts';
import { strikeOff } from '../supervision/strike-off.ts';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { anItemBeingVerified, refusalOf, taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { readAppraisal } from './read-appraisal.ts';
import { readLedgerLine } from './read-ledger-line.ts';
import { readScoreSheet } from './read-score-sheet.ts';

let house: TestHouse;
let cast: Cast;
let itemId: string;

beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  const item = await anItemBeingVerified(house, cast);
  itemId = item.itemId;
  taken(
    await fileFinding(house, cast.inspector, { itemId, part: 'A', isResolved: true, text: '到现场看过' }),
  );
  const answers = { outcome: 'valid', contacted: true, solved: true, satisfaction: 'basically_satisfied' };
  taken(await recordCallback(house, cast.clerk, { complaintId: item.complaintId, ...answers }));
  taken(await strikeOff(house, cast.triage, { itemId }));
});
afterAll(() => house.drop());

describe('readScoreSheet', () => {
  it('begins at a hundred and adds up its lines to the sum', async () => {
    const sheet = taken(await readScoreSheet(house, cast.appraisalAdmin, { departmentId: cast.approvals }));
    expect(sheet).toMatchObject({
      period: '2026-Q4',
      base: 10000,
      sum: 10100,
      lineCount: 1,
      policyVersion: 'scoring-1',
    });
    expect(sheet.lines).toMatchObject([
      { rule: 'struck_off_on_time', centipoints: 100, itemId, arithmetic: { nth: 1, cap: 10 } },
    ]);
    expect(sheet.base + sheet.lines.reduce((sum, line) => sum + line.centipoints, 0)).toBe(sheet.sum);
  });

  it('gives the three rates with their counts', async () => {
    const { department } = taken(await readScoreSheet(house, cast.leader, { departmentId: cast.approvals }));
    expect(department.callbacks).toEqual({
      valid: 1,
      contacted: 1,
      solved: 1,
      satisfied: 0,
      basicallySatisfied: 1,
    });
    expect(department.rates?.satisfaction.value).toBe(0.9);
    expect(department.rates?.composite).toBeCloseTo(0.95, 12);
  });

  it('says no sample where there was no valid callback, and never zero', async () => {
    const sheet = taken(await readScoreSheet(house, cast.leader, { departmentId: cast.construction }));
    expect(sheet).toMatchObject({ base: 10000, sum: 10000, lines: [], department: { rates: null } });
  });

  it('is for the offices, and for a department only its own', async () => {
    expect((await readScoreSheet(house, cast.officer, { departmentId: cast.approvals })).ok).toBe(true);
    expect(refusalOf(await readScoreSheet(house, cast.officer, { departmentId: cast.construction }))).toBe(
      'not_found',
    );
    expect(refusalOf(await readScoreSheet(house, cast.clerk, { departmentId: cast.approvals }))).toBe(
      'not_found',
    );
    const office = cast.triage.departmentId;
    expect(refusalOf(await readScoreSheet(house, cast.leader, { departmentId: office }))).toBe('not_found');
  });
});

describe('readAppraisal', () => {
  it('lists every department for the offices, and its own alone for a department', async () => {
    const all = taken(await readAppraisal(house, cast.appraisalAdmin, {}));
    expect(
      all.sheet.departments.map(({ name, accounts: { supervision } }) => [
        name,
        supervision.centipoints,
        supervision.lines,
      ]),
    ).toEqual([
      ['行政审批局', 10100, 1],
      ['建设局', 10000, 0],
      ['城管局', 10000, 0],
    ]);
    const own = taken(await readAppraisal(house, cast.head, {}));
    expect(own.sheet.departments.map(({ name }) => name)).toEqual(['行政审批局']);
    expect(refusalOf(await readAppraisal(house, cast.clerk, {}))).toBe('not_found');
  });
});

describe('readLedgerLine', () => {
  it('opens a line into its event, its arithmetic and the rules it was counted under', async () => {
    const sheet = taken(await readScoreSheet(house, cast.officer, { departmentId: cast.approvals }));
    const lineId = sheet.lines[0]?.id;
    const opened = taken(await readLedgerLine(house, cast.officer, { lineId }));
    expect(opened).toMatchObject({
      cause: {
        of: 'item',
        entry: {
          type: 'ItemStruckOff',
          facts: [{ name: 'is_on_time', is: true }],
          by: { person: { name: 'triage' } },
        },
      },
      policy: { version: 'scoring-1', data: { struckOffOnTime: 100, onTimeCap: 10 } },
      department: { name: '行政审批局' },
      isItemOpen: true,
    });
    expect(refusalOf(await readLedgerLine(house, cast.cooperatingOfficer, { lineId }))).toBe('not_found');
    expect(refusalOf(await readLedgerLine(house, cast.leader, { lineId: house.newId() }))).toBe('not_found');
  });
});
