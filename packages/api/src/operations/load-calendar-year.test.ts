import { readCalendar } from '@bihuan/db';
import { dayOf, SYSTEM, type Actor } from '@bihuan/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { loadCalendarYear } from './load-calendar-year.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.drop());

async function* bytesOf(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}

const load = (text: string, actor: Actor = SYSTEM) =>
  loadCalendarYear(house, actor, { year: 2027, source: '国办发明电〔2026〕7号' }, bytesOf(text));

it('names each row at fault and then writes nothing', async () => {
  const result = await load(
    'date,kind,name\n2027-01-01,rest,元旦\n2026-01-02,rest,元旦\n2027-01-01,休,元旦\n2027-02-06,holiday,春节\n2027-02-07,班,\n',
  );
  expect(result).toEqual({
    ok: true,
    value: {
      isLoaded: false,
      errors: [
        { line: 3, header: 'date', code: 'not_a_date' },
        { line: 4, header: 'date', code: 'already_taken' },
        { line: 5, header: 'kind', code: 'not_a_choice' },
        { line: 6, header: 'name', code: 'required' },
      ],
    },
  });
  expect((await readCalendar(house.db)).coveredYears).toEqual(new Set([2025, 2026]));
});

it('refuses a file without its columns, one without rows, and a stranger', async () => {
  expect(await load('日期,类型\n')).toMatchObject({ refusal: { code: 'file_without_column' } });
  expect(await load('date,kind,name\n')).toMatchObject({ refusal: { code: 'file_empty' } });
  const clerk: Actor = {
    kind: 'staff',
    staffId: house.newId(),
    departmentId: house.newId(),
    roles: ['clerk'],
  };
  expect(await load('date,kind,name\n2027-01-01,rest,元旦\n', clerk)).toMatchObject({
    refusal: { code: 'not_authorised' },
  });
});

it('loads the days, in English or Chinese words', async () => {
  expect(
    await load('date,kind,name\n2027-01-01,rest,元旦\n2027-01-04,休,元旦\n2027-01-09,班,元旦\n'),
  ).toEqual({
    ok: true,
    value: { isLoaded: true, days: 3, isReplaced: false },
  });
  const again = await load('date,kind,name\n2027-01-01,rest,元旦\n2027-01-04,休,元旦\n2027-01-09,班,元旦\n');
  expect(again).toMatchObject({ value: { isReplaced: true } });
  const calendar = await readCalendar(house.db);
  expect(dayOf(calendar, '2027-01-04')).toMatchObject({ working: false, name: '元旦', provisional: false });
  expect(dayOf(calendar, '2027-01-09')).toMatchObject({ working: true, reason: 'make_up' });
});
