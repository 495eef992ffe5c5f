import { describe, expect, it, test } from 'vitest';
import { calendar2026, rows2026 } from '../testing/calendar-2026.ts';
import { addDays } from './local-date.ts';
import { countWorkingDays, dayOf, workingCalendar } from './working-calendar.ts';

describe('a covered year', () => {
  test.each(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])(
    'works on the make-up day %s',
    (date) => {
      expect(dayOf(calendar2026, date)).toMatchObject({
        date,
        working: true,
        reason: 'make_up',
        provisional: false,
      });
    },
  );

  test.each(['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'])('rests on %s', (date) => {
    expect(dayOf(calendar2026, date)).toEqual({
      date,
      working: false,
      reason: 'holiday',
      name: '春节',
      provisional: false,
    });
  });

  it('is plain weekdays and weekends otherwise', () => {
    expect(dayOf(calendar2026, '2026-10-08')).toEqual({
      date: '2026-10-08',
      working: true,
      reason: 'weekday',
      name: null,
      provisional: false,
    });
    expect(dayOf(calendar2026, '2026-10-11')).toEqual({
      date: '2026-10-11',
      working: false,
      reason: 'weekend',
      name: null,
      provisional: false,
    });
  });

  it('has 248 working days in 2026', () => {
    expect(countWorkingDays(calendar2026, '2025-12-31', '2026-12-31')).toBe(248);
    const restDays = rows2026.filter((row) => row.kind === 'rest');
    expect(restDays).toHaveLength(33);
    expect(rows2026).toHaveLength(39);
  });

  it('keeps a weekday named as working a weekday', () => {
    const calendar = workingCalendar([2026], [{ date: '2026-10-08', kind: 'working', name: '国庆节' }]);
    expect(dayOf(calendar, '2026-10-08')).toEqual({
      date: '2026-10-08',
      working: true,
      reason: 'weekday',
      name: '国庆节',
      provisional: false,
    });
  });
});

describe('a year not covered', () => {
  it('has the fixed-date holidays and no others', () => {
    const days = Array.from({ length: 365 }, (_, n) => dayOf(calendar2026, addDays('2027-01-01', n)));
    const holidays = days.filter((day) => day.reason === 'holiday');
    expect(holidays.map((day) => day.date)).toEqual([
      '2027-01-01',
      '2027-05-01',
      '2027-05-02',
      '2027-10-01',
      '2027-10-02',
      '2027-10-03',
    ]);
    expect(holidays.every((day) => !day.working && day.name === null)).toBe(true);
    expect(days.every((day) => day.provisional)).toBe(true);
    expect(dayOf(calendar2026, '2027-02-06')).toMatchObject({ working: false, reason: 'weekend' });
    expect(dayOf(calendar2026, '2027-02-08')).toMatchObject({ working: true, reason: 'weekday' });
  });

  it('does not believe rows before the year is published', () => {
    const calendar = workingCalendar([2026], [{ date: '2027-02-08', kind: 'rest', name: '春节' }]);
    expect(dayOf(calendar, '2027-02-08')).toMatchObject({
      working: true,
      reason: 'weekday',
      name: null,
      provisional: true,
    });
  });
});

describe('countWorkingDays', () => {
  it('leaves out the first day and takes in the last', () => {
    expect(countWorkingDays(calendar2026, '2026-09-30', '2026-10-13')).toBe(5);
    expect(countWorkingDays(calendar2026, '2026-10-12', '2026-10-13')).toBe(1);
    expect(countWorkingDays(calendar2026, '2026-10-13', '2026-10-13')).toBe(0);
    expect(countWorkingDays(calendar2026, '2026-10-14', '2026-10-13')).toBe(0);
  });
});

describe('a bad calendar', () => {
  it('is thrown out', () => {
    expect(() => workingCalendar([2026.5], [])).toThrow(RangeError);
    expect(() => workingCalendar([2026], [{ date: '2026-02-30', kind: 'rest', name: '春节' }])).toThrow(
      RangeError,
    );
    const twice = { date: '2026-10-01', kind: 'rest', name: '国庆节' } as const;
    expect(() => workingCalendar([2026], [twice, twice])).toThrow(RangeError);
    expect(() => dayOf(calendar2026, '2026-02-30')).toThrow(RangeError);
  });
});
