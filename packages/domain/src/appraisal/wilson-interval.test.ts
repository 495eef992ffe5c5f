import { describe, expect, it, test } from 'vitest';
import { wilsonInterval } from './wilson-interval.ts';

/** R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I, method 3. */
describe('published intervals', () => {
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%d of %d', (hits, n, low, high) => {
    const interval = wilsonInterval(hits, n);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });
});

it('stays within one', () => {
  expect(wilsonInterval(20, 20).high).toBe(1);
  expect(wilsonInterval(20, 20).low).toBeCloseTo(1 - 0.1611, 4);
  expect(wilsonInterval(0, 1).low).toBe(0);
});

it('takes weighted answers', () => {
  const { low, high } = wilsonInterval(6.8, 10);
  expect(low).toBeCloseTo(0.3793, 4);
  expect(high).toBeCloseTo(0.8808, 4);
});

test.each([
  [0, 0],
  [1, 0],
  [-1, 10],
  [11, 10],
  [Number.NaN, 10],
  [1, Number.NaN],
])('throws out %d of %d', (hits, n) => {
  expect(() => wilsonInterval(hits, n)).toThrow(RangeError);
});
