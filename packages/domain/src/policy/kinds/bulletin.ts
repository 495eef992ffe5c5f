import type { BulletinPolicy } from '../bulletin-policy.ts';
import type { PolicyDescriptor, PolicyFault } from '../fields/policy-field.ts';
import { validatePolicy } from '../fields/validate-policy.ts';

export const BULLETIN_DESCRIPTOR: PolicyDescriptor<BulletinPolicy> = {
  kind: 'bulletin',
  isSignedTwice: false,
  sections: [
    {
      name: 'month',
      fields: [
        { name: 'monthStartsOn', type: 'number', unit: 'day_of_month', least: 1, most: 28, step: 1 },
        { name: 'draftOnWorkingDay', type: 'number', unit: 'working_days', least: 1, most: 10, step: 1 },
        { name: 'leastSample', type: 'number', unit: 'cases', least: 1, most: 100, step: 1 },
      ],
    },
    {
      name: 'recurring',
      fields: [
        {
          name: 'recurrenceCalendarDays',
          ...{ type: 'number', unit: 'calendar_days', least: 30, most: 730, step: 1 },
        },
        { name: 'recurrenceLeast', type: 'number', unit: 'times', least: 2, most: 100, step: 1 },
      ],
    },
  ],
  faultsBetween: () => [],
};

/** What stands against a policy of bulletins; empty where nothing does. */
export function validateBulletinPolicy(policy: BulletinPolicy): readonly PolicyFault[] {
  return validatePolicy(BULLETIN_DESCRIPTOR, policy);
}
