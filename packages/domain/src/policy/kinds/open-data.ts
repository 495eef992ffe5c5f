import type { PolicyDescriptor, PolicyFault } from '../fields/policy-field.ts';
import { validatePolicy } from '../fields/validate-policy.ts';
import type { OpenDataPolicy } from '../open-data-policy.ts';

export const OPEN_DATA_DESCRIPTOR: PolicyDescriptor<OpenDataPolicy> = {
  kind: 'open_data',
  isSignedTwice: false,
  sections: [
    {
      name: 'counts',
      fields: [
        { name: 'leastCell', type: 'number', unit: 'cases', least: 3, most: 50, step: 1 },
        { name: 'months', type: 'number', unit: 'months', least: 1, most: 120, step: 1 },
      ],
    },
  ],
  faultsBetween: () => [],
};

/** What stands against a policy of open data; empty where nothing does. */
export function validateOpenDataPolicy(policy: OpenDataPolicy): readonly PolicyFault[] {
  return validatePolicy(OPEN_DATA_DESCRIPTOR, policy);
}
