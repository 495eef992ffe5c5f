import { expect, test } from 'vitest';
import { callbackPolicyFault, DEFAULT_CALLBACKS, type CallbackPolicy } from '../policy/callback-policy.ts';
import { calledBecause, drawText, type SampledCase } from './callback-sample.ts';

const SAMPLE: CallbackPolicy = {
  ...DEFAULT_CALLBACKS,
  version: 'callbacks-2',
  mode: 'sample',
  percent: 25,
  seed: 'stated-2026',
};
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

test('a department may have a share of its own, and what is always called is what the policy names', () => {
  const own = { ...SAMPLE, shares: { 'lead-department': 50 } };
  expect(calledBecause(own, CASE, 2_147_483_647)).toBe('drawn');
  expect(calledBecause(own, CASE, 2_147_483_648)).toBeNull();
  expect(calledBecause(own, { ...CASE, departmentId: 'another' }, 2_147_483_647)).toBeNull();
  const disputedAlone = { ...SAMPLE, always: ['disputed'] } as const;
  expect(calledBecause(disputedAlone, { ...CASE, importance: 'key' }, 4_294_967_295)).toBeNull();
  expect(calledBecause(disputedAlone, { ...CASE, isDisputed: true }, 4_294_967_295)).toBe('disputed');
});

test('a sample of nothing is refused, and a seed that was used before', () => {
  const nothing = { ...SAMPLE, percent: 0, always: [] };
  expect(callbackPolicyFault(nothing, [])).toBe('sample_draws_nobody');
  expect(callbackPolicyFault({ ...nothing, mode: 'all' }, [])).toBeNull();
  expect(callbackPolicyFault({ ...nothing, shares: { one: 5 } }, [])).toBeNull();
  expect(callbackPolicyFault({ ...nothing, always: ['key'] }, [])).toBeNull();
  expect(callbackPolicyFault(SAMPLE, ['stated-2025'])).toBeNull();
  expect(callbackPolicyFault(SAMPLE, ['stated-2026'])).toBe('seed_used_before');
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
