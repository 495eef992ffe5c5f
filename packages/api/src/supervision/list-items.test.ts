import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { assignItem } from './assign-item.ts';
import { listItems } from './list-items.ts';
import { openItem } from './open-item.ts';
import { resumeItem } from './resume-item.ts';
import { suspendItem } from './suspend-item.ts';
import { castPeople, type Cast } from './testing/cast.ts';
import { anAssignedItem, anItemBeingVerified, refusalOf, taken } from './testing/stages.ts';
import { chosenColumns, columnsFor } from './views/item-columns.ts';

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

  it('filters by cooperation, category, cards, next date, inspector and what is waited for', async () => {
    const numbers = async (raw: object, actor = cast.triage) =>
      (await list(raw, actor)).lines.map(({ id }) => id);
    expect(await numbers({ cooperatingDepartmentId: cast.construction })).toHaveLength(2);
    expect(await numbers({ cooperatingDepartmentId: cast.stranger })).toEqual([]);
    const business = { code: 'business', parent: 'enterprise', name: '企业变更', nameEn: '', position: 1 };
    await house.db.prisma.category.create({ data: business });
    const [line] = (await list({ leadDepartmentId: cast.approvals })).lines;
    expect(line?.categories).toMatchObject([{ code: 'business', name: '企业变更' }]);
    expect(await numbers({ category: 'business' })).toHaveLength(2);
    expect(await numbers({ category: 'enterprise' })).toHaveLength(2);
    expect(await numbers({ category: 'none-of-ours' })).toEqual([]);
    for (const waiting of ['suspended', 'complainant', 'extension', 'dispute'])
      expect(await numbers({ waiting })).toEqual([]);
    taken(await suspendItem(house, cast.leader, { itemId: lamps, reason: '等规划', reviewOn: '2026-11-02' }));
    expect(await numbers({ waiting: 'suspended' })).toEqual([lamps]);
    taken(await resumeItem(house, cast.leader, { itemId: lamps, reason: '规划已批复' }));
    expect(await numbers({ nextFrom: '2026-10-13', nextUntil: '2026-10-13' })).toHaveLength(3);
    expect(await numbers({ nextUntil: '2026-10-12' })).toEqual([]);
    expect(await numbers({ status: 'disposed' })).toEqual([]);
    expect(await numbers({ ids: [undated] })).toEqual([undated]);
    expect(await numbers({ inspectorId: cast.inspector.staffId })).toEqual([]);
  });

  it('tells a department of its own cards alone, and nobody verified who verifies', async () => {
    const { itemId } = await anItemBeingVerified(house, cast);
    const verified = { status: 'verifying', inspectorId: cast.inspector.staffId };
    const [line] = (await list(verified)).lines;
    expect(line).toMatchObject({ id: itemId, inspector: expect.any(String) as string, cards: [] });
    expect(await listItems(house, cast.officer, verified)).toMatchObject({
      fields: { inspectorId: 'not_a_choice' },
    });
    const [own] = (await list({ status: 'verifying' }, cast.officer)).lines;
    expect(own).toMatchObject({ id: itemId, inspector: null });
    expect(columnsFor(cast.officer)).not.toContain('inspector');
    expect(chosenColumns(cast.officer, 'inspector,cards')).toEqual(['cards']);
    expect(chosenColumns(cast.triage, 'inspector,nothing')).toEqual(['inspector']);
    expect(chosenColumns(cast.triage, '')).toHaveLength(5);
    await house.db.prisma.cardRow.create({
      data: {
        ...{ id: house.newId(), number: 'HP-TEST', itemId, departmentId: cast.construction },
        ...{ colour: 'red', cause: 'manual', causeRef: 'test', status: 'issued', points: 2, talks: 0 },
        ...{ proposedAt: house.now(), issuedAt: house.now(), version: 1, headHash: Buffer.alloc(32) },
      },
    });
    const carded = async (raw: object, actor = cast.triage) =>
      (await list(raw, actor)).lines.map(({ id, cards }) => [id, cards]);
    expect(await carded({ card: 'red' })).toEqual([[itemId, ['red']]]);
    expect(await carded({ card: 'any' }, cast.cooperatingOfficer)).toEqual([[itemId, ['red']]]);
    expect(await carded({ card: 'yellow' })).toEqual([]);
    expect(await carded({ card: 'any' }, cast.officer)).toEqual([]);
    expect(await carded({ status: 'verifying' }, cast.officer)).toEqual([[itemId, []]]);
  });

  it('sends an unknown filter back by name', async () => {
    expect(await listItems(house, cast.triage, { status: 'gone', leadDepartmentId: '7' })).toEqual({
      ok: false,
      kind: 'bad_input',
      fields: { status: 'not_a_choice', leadDepartmentId: 'unknown_department' },
    });
  });
});
