import { expect, test } from 'vitest';
import { CALENDAR_QUARTERS, periodOn } from './period.ts';
import { periodOf } from './score-line.ts';

test.each([
  ['2026-01-01', '2026-Q1'],
  ['2026-03-31', '2026-Q1'],
  ['2026-04-01', '2026-Q2'],
  ['2026-08-03', '2026-Q3'],
  ['2026-12-31', '2026-Q4'],
])('%s lies in %s', (date, period) => {
  expect(periodOn(date, CALENDAR_QUARTERS).id).toBe(period);
});

test.each([
  ['2026-03-31T15:59:59.999Z', '2026-Q1'],
  ['2026-03-31T16:00:00.000Z', '2026-Q2'],
  ['2026-12-31T16:00:00.000Z', '2027-Q1'],
])('%s is in Shanghai in %s', (at, period) => {
  expect(periodOf(at)).toBe(period);
});
