import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays } from '../calendar/index.ts';
import { CALENDAR_QUARTERS, periodAfter, periodNamed, periodOn, periodRuleFault } from './period.ts';

const FROM_19TH = [{ effectiveFrom: '2026-10-01', closingDay: 18 }];
const AND_BACK = [...FROM_19TH, { effectiveFrom: '2027-12-19', closingDay: null }];

describe('by calendar months', () => {
  test.each([
    ['2026-01-01', '2026-Q1', '2026-01-01', '2026-03-31'],
    ['2026-06-30', '2026-Q2', '2026-04-01', '2026-06-30'],
    ['2026-12-31', '2026-Q4', '2026-10-01', '2026-12-31'],
  ])('%s lies in %s', (date, id, firstDay, lastDay) => {
    expect(periodOn(date, CALENDAR_QUARTERS)).toEqual({ id, firstDay, lastDay });
  });
});

describe('from the 19th to the 18th, since 1 October 2026', () => {
  test.each([
    ['2026-09-30', '2026-Q3', '2026-07-01', '2026-09-30'],
    ['2026-10-01', '2026-Q4', '2026-10-01', '2026-12-18'],
    ['2026-12-18', '2026-Q4', '2026-10-01', '2026-12-18'],
    ['2026-12-19', '2027-Q1', '2026-12-19', '2027-03-18'],
    ['2027-03-18', '2027-Q1', '2026-12-19', '2027-03-18'],
    ['2027-03-19', '2027-Q2', '2027-03-19', '2027-06-18'],
  ])('%s lies in %s', (date, id, firstDay, lastDay) => {
    expect(periodOn(date, FROM_19TH)).toEqual({ id, firstDay, lastDay });
  });

  it('goes back to calendar months with a quarter that is longer', () => {
    expect(periodNamed('2028-Q1', AND_BACK)).toEqual({
      id: '2028-Q1',
      firstDay: '2027-12-19',
      lastDay: '2028-03-31',
    });
    expect(periodAfter('2028-Q1', 1, AND_BACK).firstDay).toBe('2028-04-01');
    expect(periodAfter('2028-Q1', -1, AND_BACK).lastDay).toBe('2027-12-18');
  });
});

describe('a new rule', () => {
  it('begins with a period', () => {
    expect(periodRuleFault('2027-01-01', CALENDAR_QUARTERS, null)).toBe(null);
    expect(periodRuleFault('2027-01-02', CALENDAR_QUARTERS, null)).toBe('not_a_period_start');
    expect(periodRuleFault('2027-03-19', FROM_19TH, '2027-Q1')).toBe(null);
    expect(periodRuleFault('2027-04-01', FROM_19TH, null)).toBe('not_a_period_start');
  });

  it('never begins in or before a frozen one', () => {
    expect(periodRuleFault('2026-10-01', CALENDAR_QUARTERS, '2026-Q3')).toBe(null);
    expect(periodRuleFault('2026-10-01', CALENDAR_QUARTERS, '2026-Q4')).toBe('period_frozen');
    expect(periodRuleFault('2026-07-01', CALENDAR_QUARTERS, '2026-Q4')).toBe('period_frozen');
  });
});

it('leaves no gap and no overlap, whatever rules follow each other', () => {
  const change = fc.record({
    after: fc.integer({ min: 1, max: 6 }),
    closingDay: fc.option(fc.integer({ min: 1, max: 28 })),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 4 }), (changes) => {
      let schedule = CALENDAR_QUARTERS;
      let at = '2026-Q1';
      for (const { after, closingDay } of changes) {
        const { id, firstDay } = periodAfter(at, after, schedule);
        expect(periodRuleFault(firstDay, schedule, null)).toBe(null);
        schedule = [...schedule, { effectiveFrom: firstDay, closingDay }];
        at = id;
      }
      for (let steps = 0; steps < 30; steps += 1) {
        const { id, firstDay, lastDay } = periodAfter('2025-Q4', steps, schedule);
        expect(periodAfter(id, 1, schedule).firstDay).toBe(addDays(lastDay, 1));
        expect([periodOn(firstDay, schedule).id, periodOn(lastDay, schedule).id]).toEqual([id, id]);
        expect(firstDay < lastDay).toBe(true);
      }
    }),
  );
});
