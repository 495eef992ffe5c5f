import type { PolicyDescriptor, PolicyFault } from '../fields/policy-field.ts';
import { validatePolicy } from '../fields/validate-policy.ts';
import type { PeriodPolicy } from '../period-policy.ts';

/** That periods follow each other without overlap rests on the day a version comes into force: it begins a period. */
export const PERIODS_DESCRIPTOR: PolicyDescriptor<PeriodPolicy> = {
  kind: 'periods',
  isSignedTwice: true,
  sections: [
    {
      name: 'bounds',
      fields: [
        {
          ...{ name: 'closingDay', type: 'number', unit: 'day_of_month', least: 1, most: 28, step: 1 },
          whenEmpty: 'null',
        },
      ],
    },
  ],
  faultsBetween: () => [],
};

/** What stands against a policy of periods; empty where nothing does. */
export function validatePeriodPolicy(policy: PeriodPolicy): readonly PolicyFault[] {
  return validatePolicy(PERIODS_DESCRIPTOR, policy);
}
