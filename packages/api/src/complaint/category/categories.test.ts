import type { StaffActor } from '@bihuan/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listConfigurationChanges } from '../../configuration/list-changes.ts';
import { castPeople, type Cast } from '../../supervision/testing/cast.ts';
import { taken } from '../../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { isKnownCategory, listCategories, withSubcategories } from '../list-categories.ts';
import { readFilingChoices } from '../read-filing-choices.ts';
import { listCategoryTree } from './list-category-tree.ts';
import { changeCategory, closeCategory, createCategory, undoCategoryChange } from './save-category.ts';
import { saveCategoryQuestion } from './save-question.ts';

let house: TestHouse;
let cast: Cast;
let admin: StaffActor;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  admin = { ...cast.leader, roles: ['system_admin'] };
});
afterAll(() => house.drop());

const reason = '目录调整';
const inUse = async () => (await listCategories(house)).map(({ code }) => code);
const nodeOf = async (code: string) =>
  taken(await listCategoryTree(house, admin)).find((one) => one.code === code);

it('takes a new category under another, from its day on', async () => {
  const shares = {
    code: 'shares',
    parent: 'enterprise-2',
    name: '股权变更',
    nameEn: 'Changes of shares',
    reason,
  };
  taken(await createCategory(house, admin, { ...shares, activeFrom: '2026-11-01' }));
  expect(await nodeOf('shares')).toMatchObject({ depth: 2, state: 'future', complaints: 0 });
  expect(await inUse()).not.toContain('shares');
  house.at('2026-11-01T01:00:00.000Z');
  expect(await isKnownCategory(house, 'shares')).toBe(true);
  expect(await createCategory(house, admin, shares)).toMatchObject({ fields: { code: 'already_taken' } });
  expect(
    await createCategory(house, admin, { ...shares, code: 'Shares 2', name: '', reason: '' }),
  ).toMatchObject({
    fields: { code: 'malformed', name: 'required', reason: 'required' },
  });
});

it('renames and moves with all below, never below itself', async () => {
  const changed = { code: 'enterprise-2', name: '变更与备案', nameEn: 'Changes', reason };
  taken(await changeCategory(house, admin, { ...changed, parent: 'tax', position: 250 }));
  expect(await nodeOf('shares')).toMatchObject({ depth: 2 });
  expect(await withSubcategories(house, 'tax')).toEqual(
    expect.arrayContaining(['enterprise-2', 'shares', 'tax-1']),
  );
  expect(await changeCategory(house, admin, { ...changed, parent: 'shares' })).toMatchObject({
    fields: { parent: 'category_below_itself' },
  });
  const [change] = taken(await listConfigurationChanges(house, admin, { subjects: ['category'] }));
  expect(change).toMatchObject({ subjectId: 'enterprise-2', reason, by: 'leader' });
  expect(change?.differences).toContainEqual({ field: 'parent', was: 'enterprise', is: 'tax' });
  taken(await undoCategoryChange(house, admin, { changeId: change?.id, reason: '移错了' }));
  expect(await nodeOf('enterprise-2')).toMatchObject({ parent: 'enterprise', name: '变更备案' });
  expect(await undoCategoryChange(house, admin, { changeId: change?.id, reason: '再撤一次' })).toMatchObject({
    refusal: { code: 'stale' },
  });
});

it('closes a category with a successor; it stays where it was used', async () => {
  const closing = { code: 'shares', on: '2026-11-02', successor: 'tax-1', reason };
  expect(await closeCategory(house, admin, { ...closing, code: 'enterprise-2' })).toMatchObject({
    fields: { code: 'category_has_children' },
  });
  expect(await closeCategory(house, admin, { ...closing, on: '2026-10-31' })).toMatchObject({
    fields: { on: 'out_of_range' },
  });
  taken(await closeCategory(house, admin, closing));
  expect(await inUse()).toContain('shares');
  house.at('2026-11-02T01:00:00.000Z');
  expect(await inUse()).not.toContain('shares');
  expect(await nodeOf('shares')).toMatchObject({ state: 'closed', successor: 'tax-1' });
  expect(await withSubcategories(house, 'tax-1')).toEqual(['tax-1', 'shares']);
});

it('changes what a category asks; choices that were there keep their values', async () => {
  const question = {
    ...{ category: 'tax', kind: 'choice', name: '申报渠道', nameEn: 'Where', position: 9, reason },
    choices: '电子税务局 | Online\n办税厅',
    isActive: 'true',
  };
  const { code } = taken(await saveCategoryQuestion(house, admin, question));
  expect(await saveCategoryQuestion(house, admin, { ...question, choices: '只有一个' })).toMatchObject({
    fields: { choices: 'too_short' },
  });
  taken(await saveCategoryQuestion(house, admin, { ...question, code, choices: '办税厅\n手机' }));
  const asked = (await readFilingChoices(house)).questions.find((one) => one.code === code);
  expect(asked?.choices).toEqual([
    { value: 'c2', name: '办税厅', nameEn: '办税厅' },
    { value: 'c3', name: '手机', nameEn: '手机' },
  ]);
  taken(await saveCategoryQuestion(house, admin, { ...question, code, isActive: 'false' }));
  expect((await readFilingChoices(house)).questions.some((one) => one.code === code)).toBe(false);
});

it('is kept by system admins alone', async () => {
  for (const actor of [cast.triage, cast.clerk, cast.auditor, cast.officer])
    for (const change of [
      createCategory,
      changeCategory,
      closeCategory,
      undoCategoryChange,
      saveCategoryQuestion,
    ])
      expect(await change(house, actor, { code: 'tax', name: '税', reason })).toMatchObject({
        refusal: { code: 'not_found' },
      });
  expect(await listCategoryTree(house, cast.officer)).toMatchObject({ refusal: { code: 'not_found' } });
});
