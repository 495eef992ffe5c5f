import { isPeriodId } from '../../appraisal/period.ts';
import type { PolicyDescriptor, PolicyFault } from '../fields/policy-field.ts';
import { validatePolicy } from '../fields/validate-policy.ts';
import { payPolicyFault, type PayPolicy } from '../pay-policy.ts';

export const PAY_DESCRIPTOR: PolicyDescriptor<PayPolicy> = {
  kind: 'pay',
  isSignedTwice: true,
  sections: [
    {
      name: 'last',
      fields: [
        { name: 'lastPlace.isOn', type: 'switch' },
        { name: 'lastPlace.leastGroup', type: 'number', unit: 'departments', least: 3, most: 100, step: 1 },
        { name: 'lastPlace.simulatedPeriod', type: 'text', most: 7, whenEmpty: 'null' },
        { name: 'lastPlace.sampleNote', type: 'text', most: 1000, whenEmpty: 'blank' },
      ],
    },
  ],
  faultsBetween(policy) {
    const { simulatedPeriod } = policy.lastPlace;
    if (simulatedPeriod !== null && !isPeriodId(simulatedPeriod))
      return [{ field: 'lastPlace.simulatedPeriod', code: 'malformed' }];
    switch (payPolicyFault(policy)) {
      case 'last_place_needs_simulation':
        return [{ field: 'lastPlace.simulatedPeriod', code: 'last_place_needs_simulation' }];
      case 'last_place_needs_note':
        return [{ field: 'lastPlace.sampleNote', code: 'last_place_needs_note' }];
      case 'group_below_three':
        return [{ field: 'lastPlace.leastGroup', code: 'out_of_range' }];
      case null:
        return [];
    }
  },
};

/** What stands against a policy of pay; empty where nothing does. */
export function validatePayPolicy(policy: PayPolicy): readonly PolicyFault[] {
  return validatePolicy(PAY_DESCRIPTOR, policy);
}
