import type { CoefficientPolicy } from '../coefficient-policy.ts';
import type { PolicyDescriptor, PolicyFault } from '../fields/policy-field.ts';
import { validatePolicy } from '../fields/validate-policy.ts';

export const COEFFICIENTS_DESCRIPTOR: PolicyDescriptor<CoefficientPolicy> = {
  kind: 'coefficients',
  isSignedTwice: true,
  sections: [
    {
      name: 'departments',
      fields: [
        {
          ...{ name: 'departments', type: 'rows', key: ['department'], keptBy: 'department' },
          ...{ leastRows: 0, mostRows: 200 },
          columns: [
            { name: 'department', type: 'department' },
            { name: 'coefficient', type: 'number', unit: 'ratio', least: 50, most: 200, step: 1 },
            { name: 'reason', type: 'text', most: 500 },
            { name: 'consultation', type: 'text', most: 500 },
          ],
        },
      ],
    },
  ],
  faultsBetween: () => [],
};

/** What stands against a policy of coefficients; empty where nothing does. */
export function validateCoefficientPolicy(policy: CoefficientPolicy): readonly PolicyFault[] {
  return validatePolicy(COEFFICIENTS_DESCRIPTOR, policy);
}
