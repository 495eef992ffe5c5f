import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../../testing/test-house.ts';
import { exportItems } from '../export-items.ts';
import { castPeople, type Cast } from '../testing/cast.ts';
import { anAssignedItem, refusalOf, taken } from '../testing/stages.ts';
import { listExports } from './list-exports.ts';
import { listViews } from './list-views.ts';
import { dropView, saveView } from './save-view.ts';

let house: TestHouse;
let cast: Cast;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  await anAssignedItem(house, cast);
});
afterAll(() => house.drop());

const names = async (actor = cast.triage) =>
  taken(await listViews(house, actor)).views.map(({ name, isOwn, isDefault }) => [name, isOwn, isDefault]);

it('keeps views of one person, one of them the first, and shares them with a role', async () => {
  const save = (view: object, actor = cast.triage) => saveView(house, actor, view);
  const late = { name: '超期', query: 'overdue=true&columns=problem%2Ccards&after=2026-10-01_x' };
  expect(taken(await save({ ...late, isDefault: 'true' })).query).toBe(
    'overdue=true&columns=problem%2Ccards',
  );
  taken(await save({ name: '本月到期', query: 'nextUntil=2026-10-31', isDefault: 'true' }));
  expect(await names()).toEqual([
    ['本月到期', true, true],
    ['超期', true, false],
  ]);
  expect(await names(cast.secondTriage)).toEqual([]);
  taken(await save({ ...late, sharedWith: 'department_head' }));
  expect(await names()).toHaveLength(2);
  expect(await names(cast.head)).toEqual([['超期', false, false]]);
  expect(await names(cast.officer)).toEqual([]);
  taken(await save({ name: '有牌', query: 'card=any', sharedWith: 'everybody' }));
  expect(await names(cast.officer)).toEqual([['有牌', false, false]]);
});

it('takes no view that is none, shares for nobody who may not, and drops only what is one’s own', async () => {
  expect(
    await saveView(house, cast.triage, { name: ' ', query: '', sharedWith: 'boss', isDefault: 'perhaps' }),
  ).toMatchObject({
    fields: { name: 'required', sharedWith: 'not_a_choice', isDefault: 'not_a_choice' },
  });
  expect(await saveView(house, cast.triage, { name: '坏', query: 'status=gone' })).toMatchObject({
    fields: { query: 'malformed' },
  });
  expect(
    await saveView(house, cast.officer, { name: '共享', query: '', sharedWith: 'everybody' }),
  ).toMatchObject({
    fields: { sharedWith: 'not_a_choice' },
  });
  expect(refusalOf(await saveView(house, cast.clerk, { name: '我的', query: '' }))).toBe('not_found');
  expect(refusalOf(await listViews(house, cast.clerk))).toBe('not_found');
  const shared = taken(await listViews(house, cast.head)).views[0];
  expect(refusalOf(await dropView(house, cast.head, { viewId: shared?.id }))).toBe('not_found');
  taken(await dropView(house, cast.triage, { viewId: shared?.id }));
  expect((await names()).map(([name]) => name)).toEqual(['本月到期', '超期']);
});

it('keeps who took what out, before it is handed out, for the auditor and the system admin', async () => {
  const asked = {
    status: 'any',
    text: '经营范围',
    columns: 'problem,inspector',
    format: 'csv',
    card: '',
    note: '张三',
  };
  const { lines, columns } = taken(await exportItems(house, cast.officer, asked));
  expect([lines.length, columns]).toEqual([1, ['problem']]);
  expect(await exportItems(house, cast.officer, { format: 'pdf' })).toMatchObject({
    fields: { format: 'not_a_choice' },
  });
  const chosen = { status: 'any', ids: [lines[0]?.id] };
  taken(await exportItems(house, cast.triage, chosen));
  for (const reader of [cast.auditor, { ...cast.auditor, roles: ['system_admin'] } as const])
    expect(taken(await listExports(house, reader, {})).lines).toHaveLength(2);
  const log = taken(await listExports(house, cast.auditor, { after: 'x' })).lines;
  expect(log.find(({ format }) => format === 'csv')).toMatchObject({
    ...{ lines: 1, columns: ['problem'], department: '行政审批局' },
    filter: { status: 'any', text: '4' },
  });
  expect(log.every(({ filter }) => !('note' in filter))).toBe(true);
  expect(log.find(({ format }) => format === 'xlsx')).toMatchObject({ filter: { status: 'any', ids: '1' } });
  expect(JSON.stringify(log)).not.toContain('经营范围');
  for (const stranger of [cast.triage, cast.leader, cast.officer])
    expect(refusalOf(await listExports(house, stranger, {}))).toBe('not_found');
});
