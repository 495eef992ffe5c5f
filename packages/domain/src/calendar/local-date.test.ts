import { describe, expect, it, test } from 'vitest';
import {
  addDays,
  daysBetween,
  instantAt,
  isLocalDate,
  localDateOf,
  millisOf,
  shanghaiTimeOf,
  weekdayOf,
} from './local-date.ts';

describe('isLocalDate', () => {
  test.each(['2026-02-28', '2024-02-29', '2000-02-29', '1000-01-01', '9999-12-31'])('takes %s', (text) => {
    expect(isLocalDate(text)).toBe(true);
  });

  test.each([
    '2026-02-30',
    '2026-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '0999-01-01',
    '26-01-01',
    '2026/01/01',
    '2026-01-01T00:00:00.000Z',
    ' 2026-01-01',
    '2026-01-01\n',
    '２０２６-01-01',
    '',
  ])('rejects %j', (text) => {
    expect(isLocalDate(text)).toBe(false);
  });
});

describe('Shanghai time', () => {
  it('is eight hours ahead of UTC all year round', () => {
    expect(localDateOf('2026-09-30T15:59:59.999Z')).toBe('2026-09-30');
    expect(localDateOf('2026-09-30T16:00:00.000Z')).toBe('2026-10-01');
    expect(localDateOf('2026-12-31T16:00:00Z')).toBe('2027-01-01');
    expect(shanghaiTimeOf('2026-07-01T20:05:59.000Z')).toEqual({ date: '2026-07-02', hour: 4, minute: 5 });
    expect(shanghaiTimeOf('2026-01-01T15:59:00.000Z')).toEqual({ date: '2026-01-01', hour: 23, minute: 59 });
  });

  it('turns back into the instant', () => {
    expect(instantAt('2026-10-13', '12:00')).toBe('2026-10-13T04:00:00.000Z');
    expect(instantAt('2026-10-01', '00:00')).toBe('2026-09-30T16:00:00.000Z');
    expect(instantAt('2026-10-01', '23:59')).toBe('2026-10-01T15:59:00.000Z');
  });

  test.each(['24:00', '9:00', '12:60', '12', '', '12:00:00'])('rejects the time %j', (time) => {
    expect(() => instantAt('2026-10-01', time)).toThrow(RangeError);
  });

  test.each([
    '2026-09-30',
    '2026-02-30T00:00:00.000Z',
    '2026-09-30T08:00:00+08:00',
    '2026-09-30T08:00:00',
    '2026-09-30T25:00:00Z',
    'today',
    '',
  ])('rejects the instant %j', (instant) => {
    expect(() => localDateOf(instant)).toThrow(RangeError);
    expect(() => shanghaiTimeOf(instant)).toThrow(RangeError);
    expect(() => millisOf(instant)).toThrow(RangeError);
  });
});

describe('days', () => {
  it('are added across months, years and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(addDays('2026-03-01', 0)).toBe('2026-03-01');
    expect(addDays('2026-01-01', 365)).toBe('2027-01-01');
  });

  it('are counted with a sign', () => {
    expect(daysBetween('2026-09-30', '2026-10-13')).toBe(13);
    expect(daysBetween('2026-10-13', '2026-09-30')).toBe(-13);
    expect(daysBetween('2026-10-13', '2026-10-13')).toBe(0);
    expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366);
  });

  it('know their weekday, Monday first', () => {
    const week = [
      '2026-10-05',
      '2026-10-06',
      '2026-10-07',
      '2026-10-08',
      '2026-10-09',
      '2026-10-10',
      '2026-10-11',
    ];
    expect(week.map(weekdayOf)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(weekdayOf('1969-12-31')).toBe(3);
  });

  it('must exist', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => addDays('2026-02-28', 0.5)).toThrow(RangeError);
    expect(() => addDays('2026-02-28', Number.NaN)).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => daysBetween('2026-01-01', '2026-01-32')).toThrow(RangeError);
    expect(() => weekdayOf('2026-02-29')).toThrow(RangeError);
  });
});
