import { expect, test } from 'vitest';
import { daysOfMonth, monthsUpTo, sameStretchBefore } from './stretch.ts';

const third = { firstDay: '2026-07-01', lastDay: '2026-09-30' };
const fourth = { firstDay: '2026-10-01', lastDay: '2026-12-31' };

test.each([
  ['2026-10-01', '2026-07-01'],
  ['2026-11-27', '2026-08-27'],
  ['2026-12-31', '2026-09-30'],
])('on %s the same stretch of the quarter before ends on %s', (today, lastDay) => {
  expect(sameStretchBefore(fourth, third, today)).toEqual({ firstDay: '2026-07-01', lastDay });
});

test('months go back over the turn of the year', () => {
  expect(monthsUpTo('2026-02-14', 3)).toEqual(['2025-12', '2026-01', '2026-02']);
  expect(daysOfMonth('2028-02')).toEqual({ firstDay: '2028-02-01', lastDay: '2028-02-29' });
  expect(daysOfMonth('2026-12')).toEqual({ firstDay: '2026-12-01', lastDay: '2026-12-31' });
});
