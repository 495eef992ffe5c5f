import type { PolicyDescriptor, PolicyFault } from '../fields/policy-field.ts';
import { validatePolicy } from '../fields/validate-policy.ts';
import type { SignalPolicy } from '../signal-policy.ts';

const points = { type: 'number', unit: 'points', least: 1, most: 100_00, step: 1 } as const;
const days = { type: 'number', unit: 'calendar_days', least: 1, most: 180, step: 1 } as const;
const cases = { type: 'number', unit: 'cases', least: 1, most: 1000, step: 1 } as const;
const times = { type: 'number', unit: 'times', least: 1, most: 100, step: 1 } as const;
const percent = { type: 'number', unit: 'percent', least: 1, most: 100, step: 1 } as const;

export const SIGNALS_DESCRIPTOR: PolicyDescriptor<SignalPolicy> = {
  kind: 'signals',
  isSignedTwice: false,
  sections: [
    {
      name: 'narrative',
      fields: [
        { name: 'narrative.leastLoss', ...points },
        { name: 'narrative.heavyLoss', ...points },
        { name: 'narrative.heavyLate', type: 'number', unit: 'working_days', least: 1, most: 60, step: 1 },
        { name: 'narrative.rateFall', ...percent },
        { name: 'narrative.leastSample', ...cases },
        { name: 'narrative.cites', ...cases, most: 20 },
      ],
    },
    {
      name: 'gaming',
      fields: [
        { name: 'gaming.reopenedWithinDays', ...days },
        { name: 'gaming.leastReopened', ...cases },
        {
          name: 'gaming.minutesBeforeClosing',
          type: 'number',
          unit: 'minutes',
          least: 1,
          most: 480,
          step: 1,
        },
        { name: 'gaming.leastLastMinute', ...cases },
        { name: 'gaming.coverageGap', ...percent },
        { name: 'gaming.leastCases', ...cases },
        { name: 'gaming.leastReturns', ...times },
        { name: 'gaming.runOfFive', ...cases },
        { name: 'gaming.runWithinHours', type: 'number', unit: 'hours', least: 1, most: 720, step: 1 },
        { name: 'gaming.periodEndDays', ...days, most: 31 },
        { name: 'gaming.leastAtPeriodEnd', ...cases },
      ],
    },
    {
      name: 'recurrence',
      fields: [
        { name: 'recurrence.calendarDays', ...days, least: 7, most: 730 },
        { name: 'recurrence.least', ...cases, least: 2 },
      ],
    },
  ],
  faultsBetween: ({ narrative }) =>
    narrative.heavyLoss < narrative.leastLoss
      ? [{ field: 'narrative.heavyLoss', code: 'heavy_below_least' }]
      : [],
};

/** What stands against a policy of signals; empty where nothing does. */
export function validateSignalPolicy(policy: SignalPolicy): readonly PolicyFault[] {
  return validatePolicy(SIGNALS_DESCRIPTOR, policy);
}
