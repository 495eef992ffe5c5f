import { IMPORTANCES } from '../../supervision/supervision-item.ts';
import type { CardPolicy } from '../card-policy.ts';
import type { PolicyDescriptor, PolicyFault } from '../fields/policy-field.ts';
import { validatePolicy } from '../fields/validate-policy.ts';

const TAKEN = { type: 'number', unit: 'points', least: -100_00, most: 0, step: 1 } as const;

export const CARDS_DESCRIPTOR: PolicyDescriptor<CardPolicy> = {
  kind: 'cards',
  isSignedTwice: true,
  sections: [
    {
      name: 'process',
      fields: [
        {
          name: 'objectionCalendarDays',
          ...{ type: 'number', unit: 'calendar_days', least: 1, most: 90, step: 1 },
        },
        { name: 'startsRed', type: 'choices', term: 'importance', options: IMPORTANCES },
        { name: 'talkFor', type: 'choices', term: 'colour', options: ['yellow', 'red'] },
      ],
    },
    {
      name: 'points',
      fields: [
        { name: 'repeatedYellow', ...TAKEN },
        { name: 'red', ...TAKEN },
      ],
    },
  ],
  faultsBetween({ repeatedYellow, red, startsRed }) {
    const faults: PolicyFault[] = [];
    if (red > repeatedYellow) faults.push({ field: 'red', code: 'red_milder_than_yellow' });
    const lowest = IMPORTANCES.findIndex((one) => startsRed.includes(one));
    if (lowest >= 0 && !IMPORTANCES.slice(lowest).every((one) => startsRed.includes(one)))
      faults.push({ field: 'startsRed', code: 'higher_must_too' });
    return faults;
  },
};

/** What stands against a policy of cards; empty where nothing does. */
export function validateCardPolicy(policy: CardPolicy): readonly PolicyFault[] {
  return validatePolicy(CARDS_DESCRIPTOR, policy);
}
