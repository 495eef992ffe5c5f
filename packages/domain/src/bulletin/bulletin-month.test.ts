import { describe, expect, it } from 'vitest';
import { calendar2026 } from '../testing/calendar-2026.ts';
import {
  draftDay,
  isBulletinMonth,
  lastEndedMonth,
  monthAfter,
  monthBefore,
  monthWindow,
} from './bulletin-month.ts';

describe('monthWindow', () => {
  it('is a calendar month where it starts on the first', () => {
    expect(monthWindow('2026-02', 1)).toEqual({
      month: '2026-02',
      firstDay: '2026-02-01',
      lastDay: '2026-02-28',
      from: '2026-01-31T16:00:00.000Z',
      until: '2026-02-28T16:00:00.000Z',
    });
  });

  it('runs from the 19th to the 18th, over the end of a year, named after the month it ends in', () => {
    expect(monthWindow('2027-01', 19)).toEqual({
      month: '2027-01',
      firstDay: '2026-12-19',
      lastDay: '2027-01-18',
      from: '2026-12-18T16:00:00.000Z',
      until: '2027-01-18T16:00:00.000Z',
    });
  });

  it.each([0, 29, 1.5])('starts on no day %d', (day) => {
    expect(() => monthWindow('2026-10', day)).toThrow(RangeError);
  });
});

it.each(['2026-13', '2026-00', '2026-1', '0026-01', '2026-10-01', ''])('takes %o for no month', (text) => {
  expect(isBulletinMonth(text)).toBe(false);
});

it('counts months over the end of a year', () => {
  expect(monthBefore('2026-01')).toBe('2025-12');
  expect(monthAfter('2026-12')).toBe('2027-01');
});

it.each([
  ['2026-11-01', 1, '2026-10'],
  ['2026-10-31', 1, '2026-09'],
  ['2026-10-19', 19, '2026-10'],
  ['2026-10-18', 19, '2026-09'],
])('on %s, with months from day %d, the last that is over is %s', (today, startsOn, month) => {
  expect(lastEndedMonth(today, startsOn)).toBe(month);
});

describe('draftDay', () => {
  it('is the first working day after the month, past the weekend', () => {
    expect(draftDay(monthWindow('2026-10', 1), 1, calendar2026)).toBe('2026-11-02');
  });

  it('comes after the days off of early October, a worked weekend counted', () => {
    expect(draftDay(monthWindow('2026-09', 1), 1, calendar2026)).toBe('2026-10-08');
    expect(draftDay(monthWindow('2026-09', 1), 3, calendar2026)).toBe('2026-10-10');
  });
});
