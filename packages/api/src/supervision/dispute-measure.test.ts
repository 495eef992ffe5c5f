import { replayRows } from '@bihuan/db';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { readInbox } from '../complaint/read-inbox.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { completeMeasure } from './complete-measure.ts';
import { disputeMeasure } from './dispute-measure.ts';
import { listPrecedents } from './precedent/list-precedents.ts';
import { readItem } from './read-item.ts';
import { ruleOnDispute } from './rule-on-dispute.ts';
import { signItem } from './sign-item.ts';
import { castPeople, type Cast } from './testing/cast.ts';
import { anAssignedItem, measureIds, refusalOf, taken } from './testing/stages.ts';

let house: TestHouse;
let cast: Cast;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
beforeEach(() => house.at('2026-10-12T01:00:00.000Z'));
afterAll(() => house.drop());

const WHY = { reason: '施工许可材料由住建局档案室保管', basis: '权责清单第三部分' };

async function disputed() {
  const { itemId } = await anAssignedItem(house, cast);
  taken(await signItem(house, cast.officer, { itemId }));
  const measureId = (await measureIds(house, itemId))[1] ?? '';
  const head = { ...cast.head, staffId: cast.cooperatingOfficer.staffId, departmentId: cast.construction };
  taken(await disputeMeasure(house, head, { itemId, measureId, ...WHY }));
  return { itemId, measureId, head };
}

it('is for the head of the department that owes the measure, beside the lead', async () => {
  const { itemId } = await anAssignedItem(house, cast);
  taken(await signItem(house, cast.officer, { itemId }));
  const [own, other] = await measureIds(house, itemId);
  for (const [actor, measureId] of [
    [cast.head, own],
    [cast.head, other],
    [cast.cooperatingOfficer, other],
  ] as const)
    expect(refusalOf(await disputeMeasure(house, actor, { itemId, measureId, ...WHY }))).toBe(
      'not_authorised',
    );
  const head = { ...cast.head, departmentId: cast.construction };
  expect(
    await disputeMeasure(house, head, { itemId, measureId: other, reason: '', basis: '' }),
  ).toMatchObject({
    fields: { reason: 'required', basis: 'required' },
  });
});

it('stands still with the office, and goes on with the days the ruling took', async () => {
  const { itemId, measureId } = await disputed();
  const done = { itemId, measureId, evidence: '已核对' };
  expect(refusalOf(await completeMeasure(house, cast.cooperatingOfficer, done))).toBe('measure_disputed');
  const waiting = taken(await readInbox(house, cast.triage)).find(({ kind }) => kind === 'disputes');
  expect(waiting?.lines.map(({ id }) => id)).toContain(itemId);
  const page = taken(await readItem(house, cast.triage, { itemId }));
  expect(page.measures[1]).toMatchObject({ dispute: WHY, daysLeft: null });
  expect(page.actions).toContainEqual({ action: 'rule_on_dispute', refusal: null });
  house.at('2026-10-15T01:00:00.000Z');
  const ruling = { itemId, measureId, ruling: 'measure_upheld', text: '档案移交后由贵局核对' };
  taken(await ruleOnDispute(house, cast.triage, ruling));
  const after = taken(await readItem(house, cast.triage, { itemId }));
  expect(after.measures[1]).toMatchObject({ dispute: null, dueOn: '2026-10-19' });
  expect(refusalOf(await ruleOnDispute(house, cast.triage, ruling))).toBe('no_dispute');
});

it('is all that the item waits for, where nothing else is left to do', async () => {
  const { itemId } = await disputed();
  const [own = ''] = await measureIds(house, itemId);
  const before = taken(await readItem(house, cast.triage, { itemId }));
  expect(before.ball).toMatchObject({ step: 'work', departments: [{ id: cast.approvals }] });
  taken(await completeMeasure(house, cast.officer, { itemId, measureId: own, evidence: '已出具' }));
  const page = taken(await readItem(house, cast.triage, { itemId }));
  expect(page.ball).toMatchObject({ step: 'rule_on_dispute', departments: [] });
  const told = page.timeline.find(({ type }) => type === 'MeasureDisputed')?.facts;
  expect(told).toContainEqual({ name: 'measure', text: '核对施工许可材料' });
  expect(told).toContainEqual({ name: 'legal_basis', text: WHY.basis });
});

it('is given to another, or withdrawn, and found again among the precedents', async () => {
  const first = await disputed();
  const changed = { ruling: 'measure_changed', text: '由审批局调取材料', departmentId: cast.approvals };
  taken(
    await ruleOnDispute(house, cast.triage, { ...first, ...changed, head: undefined, dueOn: '2026-10-16' }),
  );
  const row = await house.db.prisma.measureRow.findUniqueOrThrow({ where: { id: first.measureId } });
  expect([row.departmentId, row.dueOn]).toEqual([cast.approvals, new Date('2026-10-16')]);
  const second = await disputed();
  const withdrawn = { itemId: second.itemId, measureId: second.measureId, ruling: 'measure_withdrawn' };
  taken(await ruleOnDispute(house, cast.triage, { ...withdrawn, text: '与牵头部门举措重复' }));
  expect(await measureIds(house, second.itemId)).toHaveLength(1);
  const found = taken(await listPrecedents(house, cast.triage, { text: '重复' })).precedents;
  expect(found).toMatchObject([
    {
      ...{ itemId: second.itemId, ruling: 'measure_withdrawn', measure: '核对施工许可材料' },
      ...{ reason: WHY.reason, legalBasis: WHY.basis, department: { id: cast.construction } },
    },
  ]);
  const told = taken(await readItem(house, cast.officer, { itemId: second.itemId })).timeline;
  expect(told.find(({ type }) => type === 'DisputeRuled')?.facts).toContainEqual({
    ...{ name: 'ruling', ruling: 'measure_withdrawn' },
  });
  const byRuling = taken(await listPrecedents(house, cast.leader, { ruling: 'measure_changed' })).precedents;
  expect(byRuling.map(({ itemId }) => itemId)).toEqual([first.itemId]);
  expect((await replayRows(house.db)).differences).toEqual([]);
});
