import { expect, test } from 'vitest';
import { fraction, rounded, sumOf, times } from './fraction.ts';

test.each([
  [1, 2, 1],
  [-1, 2, -1],
  [149, 100, 1],
  [-149, 100, -1],
  [0, 7, 0],
])('%d ÷ %d is rounded to %d', (numerator, denominator, whole) => {
  expect(rounded(fraction(numerator, denominator))).toBe(whole);
});

test('adds and multiplies without loss: a third and a third and a third is one', () => {
  const third = fraction(1, 3);
  expect(rounded(times(sumOf(sumOf(third, third), third), fraction(1_000_000)))).toBe(1_000_000);
});
