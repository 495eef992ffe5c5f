import { describe, expect, it, test } from 'vitest';
import { bandOf, compositeInterval } from './band.ts';

const counts = (valid: number, good: number) => ({
  valid,
  contacted: good,
  solved: good,
  satisfied: good,
  basicallySatisfied: 0,
});

describe('bandOf', () => {
  test.each([
    [20, 20, 0.7, 'above'],
    [20, 16, 0.7, 'level'],
    [20, 4, 0.7, 'below'],
    [4, 0, 0.7, 'small_sample'],
    [0, 0, 0.7, 'no_sample'],
  ])('%d calls, %d of them good, beside %d: %s', (valid, good, zone, band) => {
    expect(bandOf(counts(valid, good), zone, 5)).toBe(band);
  });

  it('knows none where the zone has no sample', () => {
    expect(bandOf(counts(20, 20), null, 5)).toBe('no_sample');
  });
});

it('gives Wilson’s interval around the composite: 16 of 20', () => {
  const { value = 0, low = 0, high = 0 } = compositeInterval(counts(20, 16)) ?? {};
  expect(value).toBe(0.8);
  expect(low).toBeCloseTo(0.584, 3);
  expect(high).toBeCloseTo(0.9193, 3);
});

it('counts contact for a tenth, the solution for four and satisfaction for five', () => {
  const mixed = { valid: 10, contacted: 10, solved: 5, satisfied: 3, basicallySatisfied: 2 };
  expect(compositeInterval(mixed)?.value).toBeCloseTo(0.1 + 0.2 + 0.24, 10);
});
