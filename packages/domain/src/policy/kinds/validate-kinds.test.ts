import { describe, expect, it } from 'vitest';
import { DEFAULT_BULLETIN } from '../bulletin-policy.ts';
import { DEFAULT_CARDS } from '../card-policy.ts';
import { DEFAULT_DEADLINES, type DeadlinePolicy } from '../deadline-policy.ts';
import { fieldsOf, type PolicyDescriptor } from '../fields/policy-field.ts';
import { DEFAULT_SCORING, type ScoringPolicy } from '../scoring-policy.ts';
import { DEFAULT_SUPERVISION } from '../supervision-policy.ts';
import { BULLETIN_DESCRIPTOR, validateBulletinPolicy } from './bulletin.ts';
import { CARDS_DESCRIPTOR, validateCardPolicy } from './cards.ts';
import { DEADLINES_DESCRIPTOR, validateDeadlinePolicy } from './deadlines.ts';
import { SCORING_DESCRIPTOR, validateScoringPolicy } from './scoring.ts';
import { SUPERVISION_DESCRIPTOR, validateSupervisionPolicy } from './supervision.ts';

const scoring = (changed: Partial<ScoringPolicy>) =>
  validateScoringPolicy({ ...DEFAULT_SCORING, ...changed });
const deadlines = (changed: Partial<DeadlinePolicy>) =>
  validateDeadlinePolicy({ ...DEFAULT_DEADLINES, ...changed });

describe('what every installation starts from', () => {
  it('is in order', () => {
    expect(validateScoringPolicy(DEFAULT_SCORING)).toEqual([]);
    expect(validateCardPolicy(DEFAULT_CARDS)).toEqual([]);
    expect(validateDeadlinePolicy(DEFAULT_DEADLINES)).toEqual([]);
    expect(validateSupervisionPolicy(DEFAULT_SUPERVISION)).toEqual([]);
    expect(validateBulletinPolicy(DEFAULT_BULLETIN)).toEqual([]);
  });

  it('has a field of the editor for every value', () => {
    const named = (descriptor: PolicyDescriptor) =>
      new Set(fieldsOf(descriptor).map(({ name }) => name.split('.')[0]));
    const kept = (policy: object) => new Set(Object.keys(policy).filter((key) => key !== 'version'));
    expect(named(SCORING_DESCRIPTOR)).toEqual(kept(DEFAULT_SCORING));
    expect(named(CARDS_DESCRIPTOR)).toEqual(kept(DEFAULT_CARDS));
    expect(named(DEADLINES_DESCRIPTOR)).toEqual(kept(DEFAULT_DEADLINES));
    expect(named(SUPERVISION_DESCRIPTOR)).toEqual(kept(DEFAULT_SUPERVISION));
    expect(named(BULLETIN_DESCRIPTOR)).toEqual(kept(DEFAULT_BULLETIN));
  });
});

describe('a scoring policy', () => {
  it('takes where it takes and gives where it gives', () => {
    expect(scoring({ late: 2_00 })).toEqual([{ field: 'late', code: 'positive' }]);
    expect(scoring({ struckOffOnTime: -1 })).toEqual([{ field: 'struckOffOnTime', code: 'negative' }]);
    expect(scoring({ rework: -100_01 })).toEqual([{ field: 'rework', code: 'out_of_range' }]);
    expect(scoring({ onTimeCap: 2.5 })).toEqual([{ field: 'onTimeCap', code: 'out_of_range' }]);
  });

  it('has weights that come to 100', () => {
    const threeRates = { basicallySatisfied: 90, response: 10, resolution: 40, satisfaction: 45 };
    expect(scoring({ threeRates })).toEqual([{ field: 'threeRates.response', code: 'weights_not_100' }]);
    expect(scoring({ threeRates: { ...threeRates, response: 15 } })).toEqual([]);
  });

  it('has a ladder that falls', () => {
    const fault = [{ field: 'weakReport', code: 'ladder_not_falling' }];
    expect(scoring({ weakReport: [-50, -2_00, -1_00] })).toEqual(fault);
    expect(scoring({ weakReport: [-1_00, -1_00] })).toEqual([]);
    expect(scoring({ weakReport: [] })).toEqual([{ field: 'weakReport', code: 'required' }]);
    expect(scoring({ weakReport: [50] })).toEqual([{ field: 'weakReport', code: 'positive' }]);
  });
});

describe('a policy of cards', () => {
  it('has no red card milder than a yellow one, and no importance that starts lower than a lesser one', () => {
    expect(validateCardPolicy({ ...DEFAULT_CARDS, red: -50 })).toEqual([
      { field: 'red', code: 'red_milder_than_yellow' },
    ]);
    expect(validateCardPolicy({ ...DEFAULT_CARDS, startsRed: ['key'] })).toEqual([
      { field: 'startsRed', code: 'higher_must_too' },
    ]);
    expect(validateCardPolicy({ ...DEFAULT_CARDS, startsRed: [], objectionCalendarDays: 0 })).toEqual([
      { field: 'objectionCalendarDays', code: 'out_of_range' },
    ]);
  });
});

describe('a policy of deadlines', () => {
  it('counts in half days, simple before ordinary before complex', () => {
    expect(deadlines({ triage: 0.25 })).toEqual([{ field: 'triage', code: 'out_of_range' }]);
    expect(deadlines({ triage: 0 })).toEqual([{ field: 'triage', code: 'out_of_range' }]);
    expect(deadlines({ simple: 6 })).toEqual([{ field: 'ordinary', code: 'terms_out_of_order' }]);
    expect(deadlines({ complex: 4 })).toEqual([{ field: 'complex', code: 'terms_out_of_order' }]);
    expect(deadlines({ maxReturns: -1 })).toEqual([{ field: 'maxReturns', code: 'negative' }]);
    expect(deadlines({ lookBackCalendarDays: [90, 30] })).toEqual([
      { field: 'lookBackCalendarDays', code: 'not_rising' },
    ]);
    expect(deadlines({ reviewLatest: 4 })).toEqual([{ field: 'reviewLatest', code: 'latest_before_term' }]);
  });

  it('has exceptions that are for something and set something, each once', () => {
    expect(
      deadlines({
        exceptions: [
          { terms: { simple: 2 } },
          { category: 'housing', terms: {} },
          { importance: 'listed', terms: { verification: 1, ordinary: 3 } },
          { category: 'tax', terms: { simple: 7 } },
          { category: 'housing.deeds', terms: { signFor: 0.5 } },
        ],
      }),
    ).toEqual([
      { field: 'exceptions.0.category', code: 'row_for_everything' },
      { field: 'exceptions.1.category', code: 'row_without_effect' },
      { field: 'exceptions.2.terms.ordinary', code: 'term_never_applies' },
      { field: 'exceptions.3.terms.simple', code: 'terms_out_of_order' },
    ]);
    const one = { category: 'tax', terms: { signFor: 0.5 } };
    expect(deadlines({ exceptions: [one, one] })).toEqual([
      { field: 'exceptions.1.category', code: 'row_twice' },
    ]);
  });

  it('has a chain that goes up in time, and somebody at its end', () => {
    expect(
      deadlines({
        escalation: [
          { tier: 'handler', workingDaysLate: 2 },
          { tier: 'leader', workingDaysLate: 2 },
        ],
        escalationFallback: [{ role: 'triage_admin', staffId: 'x' } as never],
      }),
    ).toEqual([
      { field: 'escalation.1.workingDaysLate', code: 'chain_out_of_order' },
      { field: 'escalationFallback.0.role', code: 'one_of_both' },
    ]);
    expect(deadlines({ escalation: [] })).toEqual([{ field: 'escalation', code: 'required' }]);
  });
});

it('refuses supervision that takes strangers for one matter sooner than the same department', () => {
  expect(validateSupervisionPolicy({ ...DEFAULT_SUPERVISION, doubleOfAnyLead: 50 })).toEqual([
    { field: 'doubleOfAnyLead', code: 'any_lead_below_same_lead' },
  ]);
  const burdenLimits = { ...DEFAULT_SUPERVISION.burdenLimits, visit: 0 };
  expect(validateSupervisionPolicy({ ...DEFAULT_SUPERVISION, burdenLimits })).toEqual([
    { field: 'burdenLimits.visit', code: 'out_of_range' },
  ]);
});

it('refuses bulletins of months that not every month has', () => {
  expect(validateBulletinPolicy({ ...DEFAULT_BULLETIN, monthStartsOn: 29 })).toEqual([
    { field: 'monthStartsOn', code: 'out_of_range' },
  ]);
});
