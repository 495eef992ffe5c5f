import { expect, test } from 'vitest';
import { heldBackCallbacks } from './held-back-callbacks.ts';

test('holds back a department with few callbacks, and another with it', () => {
  expect(heldBackCallbacks([3, 9, 20, 0], 5)).toEqual({
    departments: [true, true, false, false],
    isTotalHeldBack: false,
  });
});

test('holds back the total where there is nothing else to hide behind', () => {
  expect(heldBackCallbacks([2, 0, 0], 5)).toEqual({
    departments: [true, false, false],
    isTotalHeldBack: true,
  });
});

test('tells all where every department has enough, or none', () => {
  expect(heldBackCallbacks([5, 9, 0], 5)).toEqual({
    departments: [false, false, false],
    isTotalHeldBack: false,
  });
  expect(heldBackCallbacks([], 5)).toEqual({ departments: [], isTotalHeldBack: false });
});
