import { appraisalPolicyFault, type AppraisalPolicy } from '../appraisal-policy.ts';
import type { PolicyDescriptor, PolicyFault } from '../fields/policy-field.ts';
import { validatePolicy } from '../fields/validate-policy.ts';

const weight = { type: 'number', unit: 'percent', least: 0, most: 100, step: 1 } as const;
const points = { type: 'number', unit: 'points', least: 0, most: 200_00, step: 1 } as const;
const BANDS = ['excellent', 'good', 'fair'] as const;

export const APPRAISAL_DESCRIPTOR: PolicyDescriptor<AppraisalPolicy> = {
  kind: 'appraisal',
  isSignedTwice: true,
  sections: [
    {
      name: 'weights',
      fields: [
        { name: 'weights.indicator', ...weight },
        { name: 'weights.supervision', ...weight },
        { name: 'weights.satisfaction', ...weight },
        { name: 'adjustmentCap', ...points },
        { name: 'minimumSample', type: 'number', unit: 'cases', least: 1, most: 1000, step: 1 },
      ],
    },
    {
      name: 'bands',
      fields: [
        {
          ...{ name: 'bands', type: 'rows', key: ['band'], leastRows: 3, mostRows: 3 },
          columns: [
            { name: 'band', type: 'choice', term: 'band', options: BANDS },
            { name: 'from', ...points },
          ],
        },
      ],
    },
    {
      name: 'promotion',
      fields: [
        { name: 'promotion.places', type: 'number', unit: 'departments', least: 0, most: 20, step: 1 },
        { name: 'promotion.from', ...points },
        { name: 'promotion.leastQuarters', type: 'number', unit: 'times', least: 1, most: 4, step: 1 },
      ],
    },
  ],
  faultsBetween(policy) {
    const code = appraisalPolicyFault(policy);
    if (code === 'weights_do_not_add_up') return [{ field: 'weights.indicator', code: 'weights_not_100' }];
    const isInOrder = BANDS.every((band, index) => policy.bands[index]?.band === band);
    return code === null && isInOrder ? [] : [{ field: 'bands', code: 'ladder_not_falling' }];
  },
};

/** What stands against a policy of how accounts make a score; empty where nothing does. */
export function validateAppraisalPolicy(policy: AppraisalPolicy): readonly PolicyFault[] {
  return validatePolicy(APPRAISAL_DESCRIPTOR, policy);
}
