import { TALLIES } from '@bihuan/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sweepDeadlines } from '../../operations/sweep-deadlines.ts';
import { castPeople, type Cast } from '../../supervision/testing/cast.ts';
import { anAcceptedComplaint, anAssignedItem, refusalOf, taken } from '../../supervision/testing/stages.ts';
import { anAnsweredComplaint } from '../../complaint/testing/answered.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { readOverview } from './read-overview.ts';
import { readTallyRows } from './read-tally-rows.ts';

let house: TestHouse;
let cast: Cast;
let late: { complaintId: string; itemId: string };

beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  await anAnsweredComplaint(house, cast);
  await anAcceptedComplaint(house, cast, { title: '没有分到部门的一件' });
  late = await anAssignedItem(house, cast, { title: '超期的一件' });
  // Nothing is done about it for three weeks.
  house.at('2026-11-02T01:00:00.000Z');
  await sweepDeadlines(house);
});
afterAll(() => house.drop());

const quarter = { from: '2026-10-01', to: '2026-12-31' };

describe('readOverview', () => {
  it('says what is out of order, each number with its rows', async () => {
    const { sentences, asOf, period } = taken(await readOverview(house, cast.leader));
    expect({ asOf, period }).toEqual({ asOf: '2026-11-02T01:00:00.000Z', period: '2026-Q4' });
    const lost = sentences.find(({ code }) => code === 'points_lost');
    expect(lost).toMatchObject({ departmentId: cast.approvals, cause: 'lost_late', things: 1 });
    expect(lost?.cites).toMatchObject([{ about: 'item', id: late.itemId }]);
    expect(sentences.find(({ code }) => code === 'overdue')).toMatchObject({
      ...{ departmentId: cast.approvals, things: 1, cites: [{ id: late.itemId }] },
    });
  });

  it('gives each key figure beside the same stretch of the quarter before', async () => {
    const { figures } = taken(await readOverview(house, cast.leader));
    expect(figures.map(({ key, value, before }) => [key, value, before])).toEqual([
      ['incoming', 3, 0],
      ['closed', 1, 0],
      ['late', 1, 0],
      ['on_time', 1, null],
      ['resolution', 1, null],
      ['satisfaction', 1, null],
      ['composite', 1, null],
    ]);
    expect(figures[0]?.months.map(({ month, value }) => `${month} ${value}`)).toEqual([
      ...['2026-06 0', '2026-07 0', '2026-08 0', '2026-09 0', '2026-10 3', '2026-11 0'],
    ]);
  });

  it('lets a department read its own, without what single complainants answered', async () => {
    const own = taken(await readOverview(house, cast.officer));
    expect(own.department?.name).toBe('行政审批局');
    expect(own.figures.find(({ key }) => key === 'incoming')?.value).toBe(2);
    expect(own.figures.find(({ key }) => key === 'satisfaction')?.value).toBe(null);
    const others = taken(await readOverview(house, cast.strangerOfficer));
    expect(others.sentences).toEqual([]);
    expect(others.figures.map(({ value }) => value)).toEqual([0, 0, 0, null, null, null, null]);
  });

  it('is for nobody else', async () => {
    for (const actor of [cast.clerk, cast.triage, cast.inspector, cast.assessor])
      expect(refusalOf(await readOverview(house, actor))).toBe('not_found');
  });
});

describe('readTallyRows', () => {
  it('opens exactly what was counted, whatever is counted and whoever asks', async () => {
    for (const actor of [cast.leader, cast.auditor, cast.appraisalAdmin, cast.triage, cast.officer])
      for (const tally of TALLIES) {
        const found = await readTallyRows(house, actor, { tally, ...quarter });
        if (!found.ok) {
          expect([actor, tally.slice(0, 5)]).toEqual([cast.officer, 'calls']);
          continue;
        }
        expect(found.value.lines.length).toBe(found.value.rows);
      }
  });

  it('equals the number of the page it is opened from', async () => {
    const { figures, sentences } = taken(await readOverview(house, cast.leader));
    for (const { of } of figures)
      for (const { tally, rows } of of)
        expect(taken(await readTallyRows(house, cast.leader, { tally, ...quarter })).rows).toBe(rows);
    const lost = sentences.find(({ code }) => code === 'points_lost');
    if (lost?.code !== 'points_lost') throw new Error('no points lost');
    const asked = { tally: lost.cause, departmentId: lost.departmentId, ...quarter };
    const opened = taken(await readTallyRows(house, cast.leader, asked));
    expect(opened.centipoints).toBe(-lost.lostOverIt);
    expect(opened.lines.reduce((sum, line) => sum + line.centipoints, 0)).toBe(-lost.lostOverIt);
  });

  it('tells the rows of no department apart', async () => {
    const asked = { tally: 'incoming', departmentId: 'none', ...quarter };
    const { lines } = taken(await readTallyRows(house, cast.leader, asked));
    expect(lines.map(({ title, department }) => [title, department])).toEqual([['没有分到部门的一件', null]]);
  });

  it('gives no titles of complaints to who may not read them', async () => {
    const asked = { tally: 'incoming', ...quarter };
    const { lines } = taken(await readTallyRows(house, cast.appraisalAdmin, asked));
    expect(lines.map(({ title }) => title)).toEqual([null, null, null]);
  });

  it('keeps a department to its own, whichever it asks for', async () => {
    const asked = { tally: 'incoming', departmentId: cast.approvals, ...quarter };
    expect(taken(await readTallyRows(house, cast.strangerOfficer, asked)).rows).toBe(0);
    expect(taken(await readTallyRows(house, cast.officer, { ...asked, departmentId: '' })).rows).toBe(2);
  });

  it('sends what is no tally or day back', async () => {
    expect(await readTallyRows(house, cast.leader, { tally: 'all', from: '2026-02-30' })).toEqual({
      ...{ ok: false, kind: 'bad_input' },
      fields: { tally: 'not_a_choice', from: 'not_a_date' },
    });
    expect(refusalOf(await readTallyRows(house, cast.clerk, { tally: 'incoming' }))).toBe('not_found');
  });
});
