import { ROLES } from '../../people/actor.ts';
import { IMPORTANCES } from '../../supervision/supervision-item.ts';
import { EXCEPTED_TERMS, type DeadlineException, type ExceptedTerm } from '../deadline-exception.ts';
import type { DeadlinePolicy } from '../deadline-policy.ts';
import { ESCALATION_TIERS, type EscalationLevel, type FallbackOwner } from '../escalation-policy.ts';
import type { PolicyDescriptor, PolicyFault } from '../fields/policy-field.ts';
import { validatePolicy } from '../fields/validate-policy.ts';

const DAYS = { type: 'number', unit: 'working_days', least: 0.5, most: 120, step: 0.5 } as const;
const CALENDAR = { type: 'number', unit: 'calendar_days', least: 1, most: 365, step: 1 } as const;
const TIMES = { type: 'number', unit: 'times', least: 0, most: 10, step: 1 } as const;
const ONCE = { ...TIMES, least: 1 } as const;

export const DEADLINES_DESCRIPTOR: PolicyDescriptor<DeadlinePolicy> = {
  kind: 'deadlines',
  isSignedTwice: true,
  sections: [
    {
      name: 'intake',
      fields: [
        { name: 'triage', ...DAYS },
        { name: 'simple', ...DAYS },
        { name: 'ordinary', ...DAYS },
        { name: 'complex', ...DAYS },
        { name: 'waitingForComplainant', ...DAYS },
        { name: 'objectCalendarDays', ...CALENDAR },
        { name: 'objection', ...DAYS },
      ],
    },
    {
      name: 'department',
      fields: [
        { name: 'signFor', ...DAYS },
        { name: 'returnWithin', ...DAYS },
        { name: 'maxReturns', ...TIMES },
        { name: 'heartbeatCalendarDays', ...CALENDAR },
        { name: 'reportAgain', ...DAYS },
        { name: 'extension', ...DAYS },
        { name: 'maxExtensions', ...TIMES },
        { name: 'lateStep', ...DAYS, least: 1, step: 1 },
      ],
    },
    {
      name: 'closing',
      fields: [
        { name: 'verification', ...DAYS },
        { name: 'callbackTries', ...ONCE },
        { name: 'confirmation', ...DAYS },
        { name: 'publicNotice.workingDays', ...DAYS, least: 1, step: 1 },
        {
          ...{ name: 'publicNotice.importances', type: 'choices', term: 'importance', options: IMPORTANCES },
        },
        { name: 'assessCooperation', ...DAYS },
        { name: 'lookBackCalendarDays', ...CALENDAR, type: 'numbers', mostEntries: 6 },
        { name: 'inquiryCalendarDays', ...CALENDAR },
      ],
    },
    {
      name: 'afterwards',
      fields: [
        { name: 'ratingCalendarDays', ...CALENDAR },
        { name: 'reopenCalendarDays', ...CALENDAR },
        { name: 'maxReopens', ...TIMES },
        { name: 'urgeEvery', ...DAYS },
        { name: 'reviewCalendarDays', ...CALENDAR },
        { name: 'review', ...DAYS },
      ],
    },
    {
      name: 'ratings',
      fields: [
        { name: 'reviewContact', ...DAYS },
        { name: 'reviewRectify', ...DAYS },
        { name: 'reviewLatest', ...DAYS },
        { name: 'reviewRounds', ...ONCE },
        { name: 'ratingAppeal', ...DAYS },
        { name: 'panelLeast', type: 'number', unit: 'people', least: 2, most: 15, step: 1 },
        { name: 'ratingsFromOne', type: 'number', unit: 'cases', least: 2, most: 100, step: 1 },
        { name: 'ratingTraceDays', ...CALENDAR },
      ],
    },
    {
      name: 'near',
      fields: [
        { name: 'approachShare', type: 'number', unit: 'percent', least: 1, most: 99, step: 1 },
        { name: 'approachWorkingDays', ...DAYS, whenEmpty: 'null' },
      ],
    },
    {
      name: 'exceptions',
      fields: [
        {
          ...{
            name: 'exceptions',
            type: 'rows',
            key: ['category', 'importance'],
            leastRows: 0,
            mostRows: 100,
          },
          columns: [
            { name: 'category', type: 'category', whenEmpty: 'left_out' },
            {
              ...{ name: 'importance', type: 'choice', term: 'importance', options: IMPORTANCES },
              whenEmpty: 'left_out',
            },
            ...EXCEPTED_TERMS.map((term) => ({
              name: `terms.${term}`,
              ...(term === 'heartbeatCalendarDays' ? CALENDAR : DAYS),
              whenEmpty: 'left_out' as const,
            })),
          ],
        },
      ],
    },
    {
      name: 'escalation',
      fields: [
        {
          ...{ name: 'escalation', type: 'rows', key: ['tier'], leastRows: 1 },
          mostRows: ESCALATION_TIERS.length,
          columns: [
            { name: 'tier', type: 'choice', term: 'tier', options: ESCALATION_TIERS },
            { name: 'workingDaysLate', ...DAYS },
            { name: 'staffIds', type: 'people', whenEmpty: 'left_out' },
          ],
        },
        {
          ...{
            name: 'escalationFallback',
            type: 'rows',
            key: ['role', 'staffId'],
            leastRows: 1,
            mostRows: 6,
          },
          columns: [
            { name: 'role', type: 'choice', term: 'role', options: ROLES, whenEmpty: 'left_out' },
            { name: 'staffId', type: 'staff', whenEmpty: 'left_out' },
          ],
        },
      ],
    },
  ],
  faultsBetween: (policy) => [
    ...inOrder(policy),
    ...policy.exceptions.flatMap((exception, index) => faultsOfException(policy, exception, index)),
    ...faultsOfChain(policy.escalation),
    ...policy.escalationFallback.flatMap(faultsOfFallback),
  ],
};

/** What stands against a policy of deadlines; empty where nothing does. */
export function validateDeadlinePolicy(policy: DeadlinePolicy): readonly PolicyFault[] {
  return validatePolicy(DEADLINES_DESCRIPTOR, policy);
}

function inOrder(policy: DeadlinePolicy): readonly PolicyFault[] {
  const faults: PolicyFault[] = [];
  const { simple, ordinary, complex, lookBackCalendarDays: looks } = policy;
  if (ordinary < simple) faults.push({ field: 'ordinary', code: 'terms_out_of_order' });
  if (complex < ordinary) faults.push({ field: 'complex', code: 'terms_out_of_order' });
  if (looks.some((day, index) => index > 0 && day <= (looks[index - 1] ?? 0)))
    faults.push({ field: 'lookBackCalendarDays', code: 'not_rising' });
  if (policy.reviewLatest < policy.reviewRectify)
    faults.push({ field: 'reviewLatest', code: 'latest_before_term' });
  return faults;
}

const OF_COMPLAINTS: readonly ExceptedTerm[] = ['simple', 'ordinary', 'complex'];

function faultsOfException(
  policy: DeadlinePolicy,
  { category, importance, terms }: DeadlineException,
  index: number,
): readonly PolicyFault[] {
  const at = (column: string, code: PolicyFault['code']) => ({
    field: `exceptions.${index}.${column}`,
    code,
  });
  if (category === undefined && importance === undefined) return [at('category', 'row_for_everything')];
  const set = EXCEPTED_TERMS.filter((term) => terms[term] !== undefined);
  if (set.length === 0) return [at('category', 'row_without_effect')];
  if (importance !== undefined)
    return OF_COMPLAINTS.filter((term) => set.includes(term)).map((term) =>
      at(`terms.${term}`, 'term_never_applies'),
    );
  const days = OF_COMPLAINTS.map((term) => terms[term] ?? policy[term]);
  return OF_COMPLAINTS.filter((_, place) => place > 0 && (days[place] ?? 0) < (days[place - 1] ?? 0)).map(
    (term) =>
      at(
        `terms.${terms[term] === undefined ? set.find((one) => OF_COMPLAINTS.includes(one)) : term}`,
        'terms_out_of_order',
      ),
  );
}

/** Each higher level is reached later than the one below it. */
function faultsOfChain(chain: readonly EscalationLevel[]): readonly PolicyFault[] {
  const levelOf = ({ tier }: EscalationLevel) => ESCALATION_TIERS.indexOf(tier);
  return chain.flatMap((level, index): readonly PolicyFault[] => {
    const isEarly = chain.some(
      (other) => levelOf(other) < levelOf(level) && other.workingDaysLate >= level.workingDaysLate,
    );
    return isEarly ? [{ field: `escalation.${index}.workingDaysLate`, code: 'chain_out_of_order' }] : [];
  });
}

function faultsOfFallback(owner: FallbackOwner, index: number): readonly PolicyFault[] {
  const hasOne = 'role' in owner !== 'staffId' in owner;
  return hasOne ? [] : [{ field: `escalationFallback.${index}.role`, code: 'one_of_both' }];
}
