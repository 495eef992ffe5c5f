import type { PlainField, PolicyDescriptor, PolicyFault } from '../fields/policy-field.ts';
import { validatePolicy } from '../fields/validate-policy.ts';
import type { RetentionPolicy } from '../retention-policy.ts';

function days(name: keyof RetentionPolicy, least: number, most: number): PlainField {
  return { name, type: 'number', unit: 'calendar_days', least, most, step: 1 };
}

export const RETENTION_DESCRIPTOR: PolicyDescriptor<RetentionPolicy> = {
  kind: 'retention',
  isSignedTwice: true,
  sections: [
    {
      name: 'case',
      fields: [
        // Longer than any term within which a complainant may come back by themselves.
        days('contactDays', 180, 10_950),
        days('messageDays', 90, 10_950),
        days('ratingTraceDays', 90, 3650),
        days('contactChangeDays', 7, 3650),
        days('bouncedAddressDays', 30, 3650),
      ],
    },
    { name: 'filing', fields: [days('draftDays', 1, 90), days('importDays', 1, 365)] },
    {
      name: 'staff',
      fields: [
        days('staffMessageDays', 30, 3650),
        days('expiredAccessDays', 1, 365),
        days('staffAddressDays', 30, 3650),
        days('leftStaffDays', 1, 3650),
      ],
    },
    { name: 'systems', fields: [days('webhookDays', 7, 3650)] },
  ],
  // What names somebody does not outlive their contact data.
  faultsBetween: (policy) =>
    (['messageDays', 'ratingTraceDays'] as const)
      .filter((field) => policy[field] > policy.contactDays)
      .map((field): PolicyFault => ({ field, code: 'longer_than_contact' })),
};

/** What stands against a policy of retention; empty where nothing does. */
export function validateRetentionPolicy(policy: RetentionPolicy): readonly PolicyFault[] {
  return validatePolicy(RETENTION_DESCRIPTOR, policy);
}
