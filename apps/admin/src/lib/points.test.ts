import { expect, test } from 'vitest';
import { pointsText, rateText } from './points.ts';

test('points are written with two decimals, changes with their sign', () => {
  expect(pointsText(10100)).toBe('101.00');
  expect(pointsText(100, true)).toBe('+1.00');
  expect(pointsText(-305, true)).toBe('−3.05');
  expect(pointsText(0, true)).toBe('0.00');
  expect(pointsText(-5)).toBe('−0.05');
});

test('rates are rounded only for display', () => {
  expect(rateText(0.95)).toBe('95.0%');
  expect(rateText(2 / 3)).toBe('66.7%');
  expect(rateText(1)).toBe('100.0%');
});
