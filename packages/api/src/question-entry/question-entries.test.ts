import type { StaffActor } from '@bihuan/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import {
  findLikeEntries,
  listQuestionEntries,
  readPublishedEntries,
  saveQuestionEntry,
} from './question-entries.ts';

let house: TestHouse;
let cast: Cast;
let admin: StaffActor;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  admin = { ...cast.leader, roles: ['system_admin'] };
});
afterAll(() => house.drop());

const entry = {
  ...{ category: 'enterprise', question: '营业执照变更经营范围需要哪些材料？', questionEn: '' },
  ...{ answer: '提交变更登记申请书和股东会决议即可，窗口应一次性告知。', answerEn: '', status: 'draft' },
};

it('is seen once it is published, and no more once it is withdrawn', async () => {
  const { id: entryId } = taken(await saveQuestionEntry(house, admin, entry));
  expect(await readPublishedEntries(house)).toEqual([]);
  taken(
    await saveQuestionEntry(house, cast.triage, { ...entry, entryId, status: 'published', version: '1' }),
  );
  expect(await readPublishedEntries(house)).toMatchObject([{ id: entryId, category: 'enterprise' }]);
  const stale = await saveQuestionEntry(house, admin, { ...entry, entryId, version: '1' });
  expect(stale).toMatchObject({ refusal: { code: 'stale' } });
  const like = await findLikeEntries(house, {
    title: '变更营业执照',
    body: '经营范围变更，窗口每次要的材料不一样',
  });
  expect(taken(like)).toMatchObject([{ id: entryId }]);
  expect(taken(await findLikeEntries(house, { title: '路灯坏了', body: '经开路路灯坏了一个月' }))).toEqual(
    [],
  );
  taken(await saveQuestionEntry(house, admin, { ...entry, entryId, status: 'withdrawn', version: '2' }));
  expect(await readPublishedEntries(house)).toEqual([]);
});

it('sends back what cannot be, and is written by admins and triage alone', async () => {
  const wrong = { ...entry, question: '', answer: '好', category: 'nothing', status: 'secret' };
  expect(await saveQuestionEntry(house, admin, wrong)).toMatchObject({
    fields: { question: 'required', answer: 'too_short', status: 'not_a_choice' },
  });
  expect(await saveQuestionEntry(house, admin, { ...entry, category: 'nothing' })).toMatchObject({
    fields: { category: 'unknown_category' },
  });
  for (const actor of [cast.clerk, cast.officer, cast.leader])
    expect(await saveQuestionEntry(house, actor, entry)).toMatchObject({ refusal: { code: 'not_found' } });
  expect(await listQuestionEntries(house, cast.officer)).toMatchObject({ refusal: { code: 'not_found' } });
  expect(taken(await listQuestionEntries(house, cast.clerk))).toHaveLength(1);
});
