import { expect, it } from 'vitest';
import { DEFAULT_DEADLINES, type DeadlinePolicy } from '../deadline-policy.ts';
import { DEADLINES_DESCRIPTOR } from '../kinds/deadlines.ts';
import { DEFAULT_SCORING } from '../scoring-policy.ts';
import { SCORING_DESCRIPTOR } from '../kinds/scoring.ts';
import { policyChanges } from './policy-changes.ts';

it('tells each value that differs, old and new, nested ones by their path', () => {
  const after = {
    ...DEFAULT_SCORING,
    version: 'scoring-2',
    late: -3_00,
    weakReport: [-50, -1_00],
    threeRates: { ...DEFAULT_SCORING.threeRates, response: 20, resolution: 30 },
  };
  const changes = policyChanges(SCORING_DESCRIPTOR, DEFAULT_SCORING, after);
  expect(changes.map(({ field, before, after: now }) => [field.name, before, now])).toEqual([
    ['late', -200, -300],
    ['weakReport', [-50, -100, -200, -500], [-50, -100]],
    ['threeRates.response', 10, 20],
    ['threeRates.resolution', 40, 30],
  ]);
  expect(policyChanges(SCORING_DESCRIPTOR, after, after)).toEqual([]);
});

it('tells rows that came, went and differ, wherever they stand', () => {
  const deeds = { category: 'housing.deeds', terms: { ordinary: 4 } };
  const tax = { category: 'tax', terms: { simple: 2 } };
  const listed = { importance: 'listed', terms: { signFor: 0.5 } } as const;
  const before: DeadlinePolicy = { ...DEFAULT_DEADLINES, exceptions: [deeds, tax] };
  const after: DeadlinePolicy = {
    ...DEFAULT_DEADLINES,
    exceptions: [listed, { ...deeds, terms: { ordinary: 3 } }],
  };
  expect(
    policyChanges(DEADLINES_DESCRIPTOR, before, after).map(({ before: was, after: is }) => [was, is]),
  ).toEqual([
    [deeds, { category: 'housing.deeds', terms: { ordinary: 3 } }],
    [tax, null],
    [null, listed],
  ]);
});
