import { groupPolicyFault, type GroupPolicy } from '../group-policy.ts';
import type { PolicyDescriptor, PolicyFault } from '../fields/policy-field.ts';
import { validatePolicy } from '../fields/validate-policy.ts';

export const GROUPS_DESCRIPTOR: PolicyDescriptor<GroupPolicy> = {
  kind: 'groups',
  isSignedTwice: true,
  sections: [
    {
      name: 'volume',
      fields: [
        {
          ...{ name: 'volumeSteps', type: 'numbers', unit: 'items', least: 1, most: 100_000, step: 1 },
          ...{ mostEntries: 5, whenEmpty: 'blank' },
        },
      ],
    },
    {
      name: 'placed',
      fields: [
        {
          ...{ name: 'placed', type: 'rows', key: ['department'], keptBy: 'department' },
          ...{ leastRows: 0, mostRows: 200 },
          columns: [
            { name: 'department', type: 'department' },
            { name: 'group', type: 'text', most: 40 },
          ],
        },
      ],
    },
  ],
  faultsBetween: (policy) =>
    groupPolicyFault(policy) === null ? [] : [{ field: 'volumeSteps', code: 'not_rising' }],
};

/** What stands against a policy of groups; empty where nothing does. */
export function validateGroupPolicy(policy: GroupPolicy): readonly PolicyFault[] {
  return validatePolicy(GROUPS_DESCRIPTOR, policy);
}
