import type { StaffActor } from '@bihuan/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listConfigurationChanges } from '../configuration/list-changes.ts';
import { castPeople, type Cast } from '../supervision/testing/cast.ts';
import { taken } from '../supervision/testing/stages.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { changeCalendarYear, weighCalendarYear } from './change-calendar-year.ts';
import { readCalendarYear } from './read-calendar-year.ts';

let house: TestHouse;
let cast: Cast;
let admin: StaffActor;
beforeAll(async () => {
  house = await openTestHouse();
  cast = await castPeople(house);
  admin = { ...cast.leader, roles: ['system_admin'] };
});
afterAll(() => house.drop());

const NOTICE =
  '一、元旦：1月1日（周五）至3日（周日）放假，共3天。\n二、春节：2月5日至11日放假调休，共7天。2月14日（周日）上班。';
const typed = { year: '2027', source: '国办发明电〔2026〕7号', text: NOTICE };

it('shows a year whose notice is loaded, and one that is provisional', async () => {
  const { loaded, counts, days } = taken(await readCalendarYear(house, cast.clerk, { year: '2026' }));
  expect(loaded?.source).toContain('国务院办公厅');
  expect(counts).toEqual({ working: 248, holidays: 33, makeUp: 6 });
  expect(days[45]).toMatchObject({ date: '2026-02-15', reason: 'holiday', name: '春节' });
  const next = taken(await readCalendarYear(house, cast.clerk, { year: '2027' }));
  expect(next.loaded).toBeNull();
  expect(next.days).toHaveLength(365);
  expect(next.days[0]).toMatchObject({ working: false, provisional: true });
});

it('tells what would change and writes nothing', async () => {
  const weighed = taken(await weighCalendarYear(house, admin, typed));
  expect(weighed).toMatchObject({ year: 2027, seen: '', days: 11, outside: [], faults: [] });
  expect(weighed.differences).toHaveLength(11);
  expect(weighed.differences.at(-1)).toEqual({
    ...{ date: '2027-02-14', was: null },
    is: { date: '2027-02-14', kind: 'working', name: '春节' },
  });
  const wrong = { ...typed, text: '一、元旦：1月1日至3日放假，共5天。' };
  expect(taken(await weighCalendarYear(house, admin, wrong)).faults).toEqual([
    { line: 1, code: 'count_differs' },
  ]);
  expect(await weighCalendarYear(house, admin, { ...typed, text: '另行通知' })).toMatchObject({
    fields: { text: 'malformed' },
  });
  expect(taken(await readCalendarYear(house, cast.clerk, { year: 2027 })).loaded).toBeNull();
});

it('loads it with a reason that stays to be read, once for whoever compared with it', async () => {
  const change = { ...typed, reason: '国务院办公厅已公布', seen: '' };
  expect(await changeCalendarYear(house, admin, { ...change, reason: '' })).toMatchObject({
    fields: { reason: 'required' },
  });
  taken(await changeCalendarYear(house, admin, change));
  expect(await changeCalendarYear(house, admin, change)).toMatchObject({ refusal: { code: 'stale' } });
  const { loaded, days } = taken(await readCalendarYear(house, cast.clerk, { year: 2027 }));
  expect(loaded?.source).toBe('国办发明电〔2026〕7号');
  expect(days[44]).toMatchObject({
    date: '2027-02-14',
    working: true,
    reason: 'make_up',
    provisional: false,
  });
  const [line] = taken(await listConfigurationChanges(house, admin, { subjects: ['calendar'] }));
  expect(line).toMatchObject({ subjectId: '2027', by: 'leader', reason: '国务院办公厅已公布' });
  expect(line?.differences.map(({ field }) => field).sort()).toEqual(['rest', 'source', 'working']);
});

it('takes CSV as well, and says which day differs', async () => {
  const seen = taken(await weighCalendarYear(house, admin, typed)).seen;
  const csv =
    'date,kind,name\n2027-01-01,rest,元旦\n2027-01-02,休,元旦\n2027-01-03,休,元旦\n2027-02-14,班,春节';
  const weighed = taken(await weighCalendarYear(house, admin, { ...typed, text: csv }));
  expect(weighed.seen).toBe(seen);
  expect(weighed.differences.map(({ date, is }) => [date, is])).toEqual(
    ['05', '06', '07', '08', '09', '10', '11'].map((day) => [`2027-02-${day}`, null]),
  );
});

it('is changed by system admins alone', async () => {
  for (const actor of [cast.triage, cast.leader, cast.clerk, cast.auditor]) {
    expect(await weighCalendarYear(house, actor, typed)).toMatchObject({ refusal: { code: 'not_found' } });
    expect(await changeCalendarYear(house, actor, { ...typed, reason: '试试', seen: '' })).toMatchObject({
      refusal: { code: 'not_found' },
    });
  }
  expect(await listConfigurationChanges(house, cast.triage, {})).toMatchObject({
    refusal: { code: 'not_found' },
  });
});
