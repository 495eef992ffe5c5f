import { expect, it } from 'vitest';
import { DEFAULT_INDICATORS as policy } from '../../policy/indicator-policy.ts';
import { verdictOf } from './jury.ts';

it('takes all scores below five jurors', () => {
  expect(verdictOf([90_00, 70_00, 95_00, 88_00], policy)).toEqual({
    ...{ mean: 85_75, given: 4, counted: 4, lowest: 70_00, highest: 95_00, spread: 25_00 },
    isTrimmed: false,
  });
});

it('leaves out the highest and the lowest from five jurors on, and shows the spread of all', () => {
  expect(verdictOf([90_00, 70_00, 95_00, 88_00, 91_00], policy)).toEqual({
    ...{ mean: 89_67, given: 5, counted: 3, lowest: 70_00, highest: 95_00, spread: 25_00 },
    isTrimmed: true,
  });
});

it('leaves out one of several that are the same', () => {
  expect(verdictOf([80_00, 80_00, 80_00, 90_00, 90_00], policy)).toMatchObject({ mean: 83_33, counted: 3 });
});

it('makes nothing of too few', () => {
  expect(verdictOf([90_00, 80_00], policy)).toBeNull();
  expect(verdictOf([], policy)).toBeNull();
});
