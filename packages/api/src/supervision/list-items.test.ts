import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { assignItem } from './assign-item.ts';
import { listItems } from './list-items.ts';
import { openItem } from './open-item.ts';
import { castPeople, type Cast } from './testing/cast.ts';
import { anAssignedItem, refusalOf, taken } from './testing/stages.ts';

let house: TestHouse;
let cast: Cast;
let lamps: string;
let undated: string;

beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  await anAssignedItem(house, cast);
  await anAssignedItem(house, cast);
  const task = { source: 'superior_task', basis: '市政办〔2026〕18号' };
  const opened = taken(await openItem(house, cast.triage, { ...task, problem: '园区道路照明缺口' }));
  lamps = opened.itemId;
  const measures = [{ text: '补装路灯', departmentId: cast.stranger, dueOn: '2026-10-14' }];
  const assignment = { itemId: lamps, leadDepartmentId: cast.stranger, measures, workingDays: 2 };
  taken(await assignItem(house, cast.triage, assignment));
  undated = taken(
    await openItem(house, cast.leader, { ...task, problem: '招商项目落地难', importance: 'listed' }),
  ).itemId;
});
afterAll(() => house.drop());

const list = async (raw: object = {}, actor = cast.triage) => taken(await listItems(house, actor, raw));

describe('listItems', () => {
  it('lists by deadline, items without one last, with days left', async () => {
    const { lines, count, isCapped, next } = await list();
    expect(lines.map(({ deadlineOn, daysLeft }) => [deadlineOn, daysLeft])).toEqual([
      ['2026-10-14', 2],
      ['2026-10-19', 5],
      ['2026-10-19', 5],
      [null, null],
    ]);
    expect(lines[1]).toMatchObject({
      lead: { name: '行政审批局' },
      cooperating: [{ name: '建设局' }],
      measures: 2,
      complaints: 1,
    });
    expect({ count, isCapped, next }).toEqual({ count: 4, isCapped: false, next: null });
  });

  it('goes on after the last line of a page, without gaps or repeats', async () => {
    const all: string[] = [];
    let after = '';
    for (let page = 0; page < 4; page += 1) {
      const { lines, next } = await list({ size: 1, after });
      all.push(...lines.map(({ id }) => id));
      after = next ?? '';
    }
    expect(new Set(all).size).toBe(4);
    expect(all[0]).toBe(lamps);
    expect(all[3]).toBe(undated);
    expect((await list({ size: 1, after: 'x_y' })).lines[0]?.id).toBe(lamps);
  });

  it('goes on after the last line also where words are looked for', async () => {
    const first = await list({ text: '经营范围', size: 1 });
    const second = await list({ text: '经营范围', size: 1, after: first.next ?? '' });
    expect(first.count).toBe(2);
    expect(second.lines).toHaveLength(1);
    expect(second.lines[0]?.id).not.toBe(first.lines[0]?.id);
    expect(second.next).toBeNull();
  });

  it('shows a department only items in which it takes part, and the window none', async () => {
    expect((await list({}, cast.officer)).count).toBe(2);
    expect((await list({}, cast.cooperatingOfficer)).count).toBe(2);
    expect((await list({}, cast.strangerOfficer)).lines.map(({ id }) => id)).toEqual([lamps]);
    expect(refusalOf(await listItems(house, cast.clerk, {}))).toBe('not_found');
  });

  it('filters by state, department, source, importance, lateness and words', async () => {
    expect((await list({ status: 'assigned' })).count).toBe(3);
    expect((await list({ status: 'struck_off' })).count).toBe(0);
    expect((await list({ leadDepartmentId: cast.approvals })).count).toBe(2);
    expect((await list({ source: 'superior_task' })).count).toBe(2);
    expect((await list({ importance: 'listed' })).lines.map(({ id }) => id)).toEqual([undated]);
    expect((await list({ text: '照明' })).lines.map(({ id }) => id)).toEqual([lamps]);
    const { number } = (await list({ text: '照明' })).lines[0] ?? { number: '' };
    expect((await list({ text: number.toLowerCase() })).lines.map(({ id }) => id)).toEqual([lamps]);
    expect((await list({ overdue: 'true' })).count).toBe(0);
    house.at('2026-10-16T01:00:00.000Z');
    const late = await list({ overdue: 'true' });
    expect(late.lines.map(({ id, daysLeft }) => [id, daysLeft])).toEqual([[lamps, -2]]);
    expect(late.lines[0]?.daysUsed).toEqual({ lead: 4, cooperating: 0, complainant: 0, office: 0 });
    house.at('2026-10-12T01:00:00.000Z');
  });

  it('sends an unknown filter back by name', async () => {
    expect(await listItems(house, cast.triage, { status: 'gone', leadDepartmentId: '7' })).toEqual({
      ok: false,
      kind: 'bad_input',
      fields: { status: 'not_a_choice', leadDepartmentId: 'unknown_department' },
    });
  });
});
