import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAudit } from '../../operations/verify-audit.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { giveDirective } from '../give-directive.ts';
import { holdMeeting } from '../hold-meeting.ts';
import { readItemChoices } from '../item-choices.ts';
import { recordVisit } from '../record-visit.ts';
import { reportProgress } from '../report-progress.ts';
import { signItem } from '../sign-item.ts';
import { castPeople, type Cast } from '../testing/cast.ts';
import { anAssignedItem, refusalOf, taken } from '../testing/stages.ts';
import { listDemands } from './list-demands.ts';
import { readBurden } from './read-burden.ts';
import { readDepartmentBurden } from './read-department-burden.ts';

let house: TestHouse;
let cast: Cast;
let itemId: string;

const visit = (given: object = {}) => ({
  ...{ itemId, kind: 'talk', on: '2026-10-12', place: '三楼会议室', departmentId: cast.approvals },
  ...{ isAnnounced: 'true', text: '限期整改', ...given },
  inspectorIds: [cast.inspector.staffId, cast.thirdInspector.staffId],
});

/** In October the lead is asked six times, the cooperating department once, the third department never. */
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  ({ itemId } = await anAssignedItem(house, cast));
  taken(await signItem(house, cast.officer, { itemId }));
  taken(await reportProgress(house, cast.officer, { itemId, text: '已约谈窗口负责人', percent: 60 }));
  taken(await recordVisit(house, cast.inspector, visit()));
  taken(await recordVisit(house, cast.inspector, visit()));
  taken(await recordVisit(house, cast.inspector, visit({ on: '2026-09-30' })));
  const remark = { itemId, departmentId: cast.approvals, text: '当面说明', dueOn: '2026-10-15' };
  taken(await giveDirective(house, cast.leader, remark));
  const meeting = { itemId, on: '2026-10-12', place: '三楼会议室', minutes: '议定分工' };
  const departmentIds = [cast.approvals, cast.construction];
  taken(await holdMeeting(house, cast.triage, { ...meeting, departmentIds }));
});
afterAll(() => house.drop());

const countsOf = (table: { lines: readonly { department: { id: string }; counts: readonly number[] }[] }) =>
  Object.fromEntries(table.lines.map(({ department, counts }) => [department.id, counts.slice(-2)]));

describe('the burden meter', () => {
  it('counts month by month, beside the median of the zone', async () => {
    const table = taken(await readBurden(house, cast.leader, {}));
    expect(table.months).toEqual(['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10']);
    expect(countsOf(table)).toEqual({
      [cast.approvals]: [1, 5],
      [cast.construction]: [0, 1],
      [cast.stranger]: [0, 0],
    });
    expect(table.medians.slice(-2)).toEqual([0, 1]);
    expect(table).toMatchObject({ limit: null, earlier: '2026-04', later: null });
  });

  it('counts one kind with its limit', async () => {
    const table = taken(await readBurden(house, cast.triage, { kind: 'talk' }));
    expect(countsOf(table)[cast.approvals]).toEqual([1, 2]);
    expect(table.limit).toBe(2);
  });

  it('shows the months before when asked, and leads back', async () => {
    const table = taken(await readBurden(house, cast.triage, { until: '2026-02' }));
    expect(table.months[0]).toBe('2025-09');
    expect(table).toMatchObject({ earlier: '2025-08', later: '2026-08' });
    expect(taken(await readBurden(house, cast.triage, { until: '2031-01' })).months.at(-1)).toBe('2026-10');
  });

  it('shows a department itself and nobody else', async () => {
    const own = taken(await readBurden(house, cast.cooperatingOfficer, {}));
    expect(own.lines.map(({ department }) => department.id)).toEqual([cast.construction]);
    const other = { departmentId: cast.approvals };
    expect(refusalOf(await readDepartmentBurden(house, cast.cooperatingOfficer, other))).toBe('not_found');
    expect(refusalOf(await listDemands(house, cast.cooperatingOfficer, other))).toBe('not_found');
    expect(refusalOf(await readBurden(house, cast.clerk, {}))).toBe('not_found');
    const burden = taken(await readDepartmentBurden(house, cast.officer, other));
    const talks = burden.lines.find(({ kind }) => kind === 'talk');
    expect(talks).toMatchObject({ limit: 2 });
    expect(talks?.cells.at(-1)).toEqual({ count: 2, median: 0 });
  });

  it('opens the rows behind a number', async () => {
    const asked = { departmentId: cast.approvals, month: '2026-10', kind: 'talk' };
    const { rows } = taken(await listDemands(house, cast.officer, asked));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ kind: 'talk', about: 'item', streamId: itemId, on: '2026-10-12' });
    expect(taken(await listDemands(house, cast.leader, { ...asked, kind: 'all' })).rows).toHaveLength(5);
  });

  it('warns the offices, before they ask for one more, of a department that had its share', async () => {
    const { burden } = taken(await readItemChoices(house, cast.inspector, { itemId }));
    expect(burden).toMatchObject([
      { department: { id: cast.approvals }, kind: 'talk', count: 2, limit: 2, median: 0 },
    ]);
    expect(taken(await readItemChoices(house, cast.officer, { itemId })).burden).toEqual([]);
  });
});

it('follows from the events, and a row that was changed is found', async () => {
  expect((await verifyAudit(house)).replay?.differences).toEqual([]);
  await house.db.pool.query(`UPDATE demand SET month = '2026-09' WHERE kind = 'meeting'`);
  expect((await verifyAudit(house)).replay?.differences).toHaveLength(2);
});
