import type { PolicyDescriptor, PolicyFault } from '../fields/policy-field.ts';
import { validatePolicy } from '../fields/validate-policy.ts';
import type { IndicatorPolicy } from '../indicator-policy.ts';

const share = { type: 'number', unit: 'share', least: 1_00, most: 150_00, step: 1 } as const;
const points = { type: 'number', unit: 'points', least: 0, most: 200_00, step: 1 } as const;
const people = { type: 'number', unit: 'people', most: 50, step: 1 } as const;

export const INDICATORS_DESCRIPTOR: PolicyDescriptor<IndicatorPolicy> = {
  kind: 'indicators',
  isSignedTwice: true,
  sections: [
    {
      name: 'lights',
      fields: [
        { name: 'greenFrom', ...share },
        { name: 'yellowFrom', ...share },
      ],
    },
    {
      name: 'points',
      fields: [
        { name: 'pointsAtBase', ...points },
        { name: 'pointsAtTarget', ...points },
        { name: 'pointsAtStretch', ...points },
        { name: 'accountCap', ...points },
      ],
    },
    {
      name: 'jury',
      fields: [
        { name: 'jurorsLeast', ...people, least: 1 },
        { name: 'jurorsDropFrom', ...people, least: 3 },
      ],
    },
  ],
  faultsBetween(policy) {
    const faults: PolicyFault[] = [];
    if (policy.yellowFrom >= policy.greenFrom)
      faults.push({ field: 'yellowFrom', code: 'yellow_above_green' });
    if (policy.pointsAtTarget <= policy.pointsAtBase)
      faults.push({ field: 'pointsAtTarget', code: 'points_not_rising' });
    if (policy.pointsAtStretch < policy.pointsAtTarget)
      faults.push({ field: 'pointsAtStretch', code: 'points_not_rising' });
    return faults;
  },
};

/** What stands against a policy of indicators; empty where nothing does. */
export function validateIndicatorPolicy(policy: IndicatorPolicy): readonly PolicyFault[] {
  return validatePolicy(INDICATORS_DESCRIPTOR, policy);
}
