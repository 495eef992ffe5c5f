import { DEMAND_KINDS } from '../../supervision/demand.ts';
import type { PolicyDescriptor, PolicyFault } from '../fields/policy-field.ts';
import { validatePolicy } from '../fields/validate-policy.ts';
import type { SupervisionPolicy } from '../supervision-policy.ts';

const alike = { type: 'number', unit: 'percent', least: 1, most: 100, step: 1 } as const;

export const SUPERVISION_DESCRIPTOR: PolicyDescriptor<SupervisionPolicy> = {
  kind: 'supervision',
  isSignedTwice: false,
  sections: [
    {
      name: 'double',
      fields: [
        { name: 'doubleOfSameLead', ...alike },
        { name: 'doubleOfAnyLead', ...alike },
      ],
    },
    {
      name: 'burden',
      fields: DEMAND_KINDS.map((kind) => ({
        name: `burdenLimits.${kind}`,
        ...({ type: 'number', unit: 'times', least: 1, most: 100, step: 1, whenEmpty: 'null' } as const),
      })),
    },
  ],
  faultsBetween: ({ doubleOfSameLead, doubleOfAnyLead }) =>
    doubleOfAnyLead < doubleOfSameLead
      ? [{ field: 'doubleOfAnyLead', code: 'any_lead_below_same_lead' }]
      : [],
};

/** What stands against a policy of supervision; empty where nothing does. */
export function validateSupervisionPolicy(policy: SupervisionPolicy): readonly PolicyFault[] {
  return validatePolicy(SUPERVISION_DESCRIPTOR, policy);
}
