import { describe, expect, it, test } from 'vitest';
import { calendar2026 } from '../testing/calendar-2026.ts';
import { heartbeatDue, rollForward } from './heartbeat.ts';
import { workingCalendar } from './working-calendar.ts';

describe('rollForward', () => {
  test.each([
    ['2026-10-01', '2026-10-08'],
    ['2026-10-10', '2026-10-10'],
    ['2026-10-11', '2026-10-12'],
    ['2026-02-15', '2026-02-24'],
    ['2026-10-09', '2026-10-09'],
    ['2027-01-01', '2027-01-04'],
  ])('takes %s to %s', (date, rolled) => {
    expect(rollForward(date, calendar2026)).toBe(rolled);
  });
});

describe('heartbeatDue', () => {
  it('is ten calendar days later, at the end of the day', () => {
    expect(heartbeatDue('2026-10-12', calendar2026)).toEqual({
      date: '2026-10-22',
      half: 'pm',
      provisional: false,
    });
  });

  it('rolls off holidays, and stays on a make-up day', () => {
    expect(heartbeatDue('2026-09-21', calendar2026)).toEqual({
      date: '2026-10-08',
      half: 'pm',
      provisional: false,
    });
    expect(heartbeatDue('2026-09-30', calendar2026)).toEqual({
      date: '2026-10-10',
      half: 'pm',
      provisional: false,
    });
  });

  it('takes another rhythm', () => {
    expect(heartbeatDue('2026-10-12', calendar2026, 30)).toEqual({
      date: '2026-11-11',
      half: 'pm',
      provisional: false,
    });
  });

  it('is provisional as soon as it rolls through a year not covered', () => {
    expect(heartbeatDue('2026-12-22', calendar2026)).toEqual({
      date: '2027-01-04',
      half: 'pm',
      provisional: true,
    });
    expect(heartbeatDue('2026-12-21', calendar2026)).toEqual({
      date: '2026-12-31',
      half: 'pm',
      provisional: false,
    });
    const acrossTheYear = { date: '2023-01-02', half: 'pm', provisional: true };
    expect(heartbeatDue('2022-12-21', workingCalendar([2022], []))).toEqual(acrossTheYear);
    expect(heartbeatDue('2022-12-21', workingCalendar([2023], []))).toEqual(acrossTheYear);
    expect(heartbeatDue('2022-12-21', workingCalendar([2022, 2023], []))).toEqual({
      ...acrossTheYear,
      provisional: false,
    });
  });

  test.each([0, -10, 2.5, Number.NaN, Number.POSITIVE_INFINITY])('rejects every %d days', (everyDays) => {
    expect(() => heartbeatDue('2026-10-12', calendar2026, everyDays)).toThrow(RangeError);
  });
});
