import { readStream } from '@bihuan/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Failure } from '../result.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { Work } from '../work.ts';
import { assignItem } from './assign-item.ts';
import { castPeople, type Cast } from './testing/cast.ts';
import { anAcceptedComplaint, aRoute, refusalOf, taken } from './testing/stages.ts';
import { countersignItem } from './countersign-item.ts';
import { linkComplaint } from './link-complaint.ts';
import { openItem } from './open-item.ts';
import { readItem } from './read-item.ts';
import { routeComplaint } from './route-complaint.ts';

let house: TestHouse;
let cast: Cast;
let first: { readonly itemId: string; readonly number: string; readonly complaintId: string };

const PROBLEM = '行政审批局办理食品经营许可证延续，材料齐全仍拖延两个月不予受理';
const ALIKE = '食品经营许可证延续材料齐全，行政审批局拖延两个月仍不予受理';
const OTHER = '行政审批局办理外国人来华工作许可，系统退回三次未说明原因';

async function route(problem: string, given: object = {}) {
  const complaintId = await anAcceptedComplaint(house, cast);
  const routed = await routeComplaint(house, cast.triage, {
    ...{ ...aRoute(cast, complaintId), doubleReason: '' },
    ...{ problem, ...given },
  });
  return { complaintId, routed };
}

beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  const { complaintId, routed } = await route(PROBLEM);
  first = { ...taken(routed), complaintId };
});
afterAll(() => house.drop());

const eventsOf = async (itemId: string) =>
  (await readStream(house.db, itemId)).map(({ type, data }) => ({ type, ...data }));

describe('a complaint routed on a matter that its department works on already', () => {
  it('is stopped with the number of the first item, and nothing is written', async () => {
    const before = await house.db.prisma.supervisionItem.count();
    const { routed } = await route(ALIKE);
    expect((routed as Failure & { kind: 'refusal' }).refusal).toEqual({
      code: 'already_supervised',
      data: { itemId: first.itemId, number: first.number, ground: 'look_alike' },
    });
    expect(await house.db.prisma.supervisionItem.count()).toBe(before);
  });

  it('goes under the first item instead', async () => {
    const { complaintId } = await route(ALIKE);
    const linked = taken(await linkComplaint(house, cast.triage, { itemId: first.itemId, complaintId }));
    expect(linked.number).toBe(first.number);
  });

  it('goes on with a reason, which the story of the item tells', async () => {
    const { routed } = await route(ALIKE, { doubleReason: '另一家门店，时段不同' });
    const { itemId } = taken(routed);
    const [proposed] = await eventsOf(itemId);
    expect(proposed).toMatchObject({
      type: 'ItemProposed',
      beside: { reason: '另一家门店，时段不同', doubles: [{ itemId: first.itemId, ground: 'look_alike' }] },
    });
    const { timeline } = taken(await readItem(house, cast.triage, { itemId }));
    expect(timeline[0]?.facts).toContainEqual({ name: 'double', text: first.number });
    expect(timeline[0]?.facts).toContainEqual({ name: 'double_reason', text: '另一家门店，时段不同' });
  });

  it('is no double where the matter or the lead department is another', async () => {
    expect((await route(OTHER)).routed.ok).toBe(true);
    const measures = [{ text: '核实', departmentId: cast.construction, dueOn: '2026-10-14' }];
    const elsewhere = { leadDepartmentId: cast.construction, cooperatingDepartmentIds: [], measures };
    expect((await route(ALIKE, elsewhere)).routed.ok).toBe(true);
  });
});

describe('an item from another source', () => {
  const proposal = { source: 'superior_task', basis: '督办单第3号', problem: PROBLEM };

  it('is stopped on words nearly the same, before anybody leads it', async () => {
    expect(refusalOf(await openItem(house, cast.triage, proposal))).toBe('already_supervised');
    expect((await openItem(house, cast.triage, { ...proposal, problem: OTHER.slice(0, 12) })).ok).toBe(true);
  });

  it('is stopped by the second signature where the matter came in between, and not again by the assignment', async () => {
    const problem = '建设局施工图联合审查超过承诺时限，企业开工被迫推迟';
    const opened = taken(await openItem(house, cast.triage, { ...proposal, problem, importance: 'key' }));
    taken(await openItem(house, cast.triage, { ...proposal, problem, doubleReason: '省级任务' }));
    const { itemId } = opened;
    expect(refusalOf(await countersignItem(house, cast.leader, { itemId }))).toBe('already_supervised');
    taken(await countersignItem(house, cast.leader, { itemId, doubleReason: '两件来源不同' }));
    const measures = [{ text: '核实', departmentId: cast.approvals, dueOn: '2026-10-14' }];
    const plan = { leadDepartmentId: cast.approvals, measures, workingDays: 5 };
    taken(await assignItem(house, cast.triage, { itemId, ...plan }));
  });
});

it('never lets one complaint stand in two open items, whatever the words', async () => {
  const work = new Work(house, cast.triage);
  const twice = await work.proposeItem({
    ...{ type: 'propose', id: house.newId(), number: 'DB-2026-TWICE', source: 'complaint', basis: '甲乙' },
    ...{ problem: '完全不同的另一件事', importance: 'normal', complaintIds: [first.complaintId] },
  });
  expect((twice as Failure & { kind: 'refusal' }).refusal).toMatchObject({
    code: 'already_supervised',
    data: { number: first.number, ground: 'same_complaint' },
  });
});

it('does not look at items that were struck off', async () => {
  await house.db.pool.query(`UPDATE supervision_item SET status = 'struck_off'`);
  expect((await route(PROBLEM)).routed.ok).toBe(true);
});
