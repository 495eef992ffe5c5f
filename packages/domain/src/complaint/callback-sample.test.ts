import { expect, test } from 'vitest';
import { DEFAULT_CALLBACKS } from '../policy/callback-policy.ts';
import { calledBecause, drawText, type SampledCase } from './callback-sample.ts';

const SAMPLE = { version: 'callbacks-2', mode: 'sample', percent: 25, seed: 'stated-2026' } as const;
const CASE: SampledCase = {
  complaintId: 'complaint-1',
  departmentId: 'lead-department',
  on: '2026-10-15',
  importance: 'normal',
  isDisputed: false,
  isBadlyRated: false,
};

test('by default every case is called back', () => {
  expect(calledBecause(DEFAULT_CALLBACKS, CASE, 4_294_967_295)).toBe('all');
});

test('a quarter is drawn: those below a quarter of the range', () => {
  expect(calledBecause(SAMPLE, CASE, 1_073_741_823)).toBe('drawn');
  expect(calledBecause(SAMPLE, CASE, 1_073_741_824)).toBeNull();
  expect(calledBecause({ ...SAMPLE, percent: 100 }, CASE, 4_294_967_295)).toBe('drawn');
  expect(calledBecause({ ...SAMPLE, percent: 0 }, CASE, 0)).toBeNull();
});

test.each([
  [{ importance: 'key' }, 'key'],
  [{ importance: 'listed' }, 'key'],
  [{ isDisputed: true }, 'disputed'],
  [{ isBadlyRated: true }, 'badly_rated'],
] as const)('one that is %o is always called', (more, why) => {
  expect(calledBecause(SAMPLE, { ...CASE, ...more }, 4_294_967_295)).toBe(why);
});

test('what draws it is the stated seed, the department, the month and its id', () => {
  expect(drawText(SAMPLE, CASE)).toBe('stated-2026|lead-department|2026-10|complaint-1');
});
