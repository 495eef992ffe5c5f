import type { PolicyDescriptor, PolicyFault } from '../fields/policy-field.ts';
import { validatePolicy } from '../fields/validate-policy.ts';
import type { ScoringPolicy } from '../scoring-policy.ts';

const points = { type: 'number', unit: 'points', step: 1 } as const;
const GIVEN = { ...points, least: 0, most: 100_00 } as const;
const TAKEN = { ...points, least: -100_00, most: 0 } as const;
const percent = { type: 'number', unit: 'percent', least: 0, most: 100, step: 1 } as const;

export const SCORING_DESCRIPTOR: PolicyDescriptor<ScoringPolicy> = {
  kind: 'scoring',
  isSignedTwice: true,
  sections: [
    {
      name: 'supervision',
      fields: [
        { name: 'supervisionBase', ...GIVEN },
        { name: 'struckOffOnTime', ...GIVEN },
        { name: 'onTimeCap', type: 'number', unit: 'times', least: 0, most: 1000, step: 1 },
        { name: 'late', ...TAKEN },
        { name: 'furtherLate', ...TAKEN },
        { name: 'rework', ...TAKEN },
        { name: 'falseRequest', ...TAKEN },
        { name: 'hardProblem', ...GIVEN },
        { name: 'weakReport', ...TAKEN, type: 'numbers', mostEntries: 8 },
      ],
    },
    {
      name: 'sheet',
      fields: [
        { name: 'sheetObjectionDays', type: 'number', unit: 'working_days', least: 1, most: 60, step: 1 },
      ],
    },
    {
      name: 'rates',
      fields: [
        { name: 'threeRates.response', ...percent },
        { name: 'threeRates.resolution', ...percent },
        { name: 'threeRates.satisfaction', ...percent },
        { name: 'threeRates.basicallySatisfied', ...percent },
      ],
    },
  ],
  faultsBetween({ threeRates, weakReport }) {
    const faults: PolicyFault[] = [];
    const sum = threeRates.response + threeRates.resolution + threeRates.satisfaction;
    if (sum !== 100) faults.push({ field: 'threeRates.response', code: 'weights_not_100' });
    if (weakReport.some((step, index) => index > 0 && step > (weakReport[index - 1] ?? 0)))
      faults.push({ field: 'weakReport', code: 'ladder_not_falling' });
    return faults;
  },
};

/** What stands against a scoring policy; empty where nothing does. */
export function validateScoringPolicy(policy: ScoringPolicy): readonly PolicyFault[] {
  return validatePolicy(SCORING_DESCRIPTOR, policy);
}
