import { readStream, replayRows } from '@bihuan/db';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { readItem } from '../read-item.ts';
import { returnItem } from '../return-item.ts';
import { ruleOnReturn } from '../rule-on-return.ts';
import { castPeople, type Cast } from '../testing/cast.ts';
import { anAssignedItem, refusalOf, taken } from '../testing/stages.ts';
import { listPrecedents } from './list-precedents.ts';
import { offerPrecedents } from './offer-precedents.ts';

let house: TestHouse;
let cast: Cast;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
});
afterAll(() => house.drop());

const BACK = { cause: 'other_lead', reason: '前置审批不由本局办理', legalBasis: '权责清单第二部分' };

async function returned(): Promise<string> {
  const { itemId } = await anAssignedItem(house, cast);
  taken(await returnItem(house, cast.head, { itemId, ...BACK }));
  return itemId;
}

const list = async (asked: object = {}) => taken(await listPrecedents(house, cast.triage, asked)).precedents;

it('makes every ruling a precedent that the next like it follows, departs from, or sets aside with a reason', async () => {
  const first = await returned();
  expect(await offerPrecedents(house, cast.triage, first)).toEqual([]);
  taken(
    await ruleOnReturn(house, cast.triage, { itemId: first, ruling: 'uphold', text: '由住建局牵头办理' }),
  );
  const [precedent] = await list();
  expect(precedent).toMatchObject({
    itemId: first,
    ruling: 'uphold',
    text: '由住建局牵头办理',
    department: { id: cast.approvals },
    ...BACK,
  });
  const cite = `${first}:${precedent?.version}`;

  const second = await returned();
  expect((await offerPrecedents(house, cast.triage, second)).map(({ itemId }) => itemId)).toEqual([first]);
  const ruling = { itemId: second, ruling: 'uphold', text: '同样由住建局牵头' };
  expect(await ruleOnReturn(house, cast.triage, ruling)).toMatchObject({ fields: { departure: 'required' } });
  for (const wrong of [`${house.newId()}:3`, `${first}:1`, `${second}:4`, 'nonsense'])
    expect(await ruleOnReturn(house, cast.triage, { ...ruling, precedent: wrong })).toMatchObject({
      fields: { precedent: 'not_a_choice' },
    });
  taken(await ruleOnReturn(house, cast.triage, { ...ruling, precedent: cite }));

  const third = await returned();
  const otherwise = { itemId: third, ruling: 'reject', text: '本件由本局办理', precedent: cite };
  taken(await ruleOnReturn(house, cast.triage, { ...otherwise, departure: '权责清单今年已调整' }));
  const fourth = await returned();
  taken(
    await ruleOnReturn(house, cast.triage, {
      ...{ itemId: fourth, ruling: 'reassign', text: '改派' },
      departure: '都不是同一类事项',
    }),
  );

  const listed = await list();
  expect(listed.find(({ itemId }) => itemId === first)).toMatchObject({ followed: 1, departed: 1 });
  const told = (await readStream(house.db, third)).find(({ type }) => type === 'ReturnRuled');
  expect(told?.data).toMatchObject({
    precedent: { itemId: first, version: precedent?.version },
    departure: '权责清单今年已调整',
  });
  const page = taken(await readItem(house, cast.head, { itemId: third }));
  const facts = page.timeline.find(({ type }) => type === 'ReturnRuled')?.facts;
  expect(facts).toContainEqual({ name: 'precedent', text: precedent?.number });
  expect(facts).toContainEqual({ name: 'departure', text: '权责清单今年已调整' });
  expect([page.returns, page.mostReturns]).toEqual([1, 2]);
});

it('is searched by words, number, category, department and ruling', async () => {
  const all = await list();
  expect(all).toHaveLength(4);
  expect(await list({ text: '经营范围' })).toHaveLength(4);
  expect((await list({ text: '由住建局牵头办理' })).map(({ ruling }) => ruling)).toEqual(['uphold']);
  expect((await list({ text: all[2]?.number })).map(({ number }) => number)).toEqual([all[2]?.number]);
  expect(await list({ category: 'business' })).toHaveLength(
    (await house.db.prisma.category.count({ where: { code: 'business' } })) === 0 ? 0 : 4,
  );
  expect(await list({ departmentId: cast.approvals })).toHaveLength(4);
  expect(await list({ departmentId: cast.stranger })).toEqual([]);
  expect(await list({ ruling: 'reject' })).toHaveLength(1);
  expect(await list({ text: '火星' })).toEqual([]);
});

it('is for those who rule and those who look over them', async () => {
  for (const actor of [cast.head, cast.officer, cast.inspector, cast.clerk])
    expect(refusalOf(await listPrecedents(house, actor, {}))).toBe('not_found');
  for (const actor of [cast.leader, cast.auditor])
    expect(taken(await listPrecedents(house, actor, {})).precedents).toHaveLength(4);
  expect(await offerPrecedents(house, cast.officer, house.newId())).toEqual([]);
  expect((await replayRows(house.db)).differences).toEqual([]);
});
