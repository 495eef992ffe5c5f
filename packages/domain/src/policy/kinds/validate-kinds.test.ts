import { describe, expect, it } from 'vitest';
import { DEFAULT_APPRAISAL } from '../appraisal-policy.ts';
import { DEFAULT_BULLETIN } from '../bulletin-policy.ts';
import { DEFAULT_CARDS } from '../card-policy.ts';
import { DEFAULT_COEFFICIENTS } from '../coefficient-policy.ts';
import { DEFAULT_DEADLINES, type DeadlinePolicy } from '../deadline-policy.ts';
import { fieldsOf, type PolicyDescriptor } from '../fields/policy-field.ts';
import { DEFAULT_GROUPS } from '../group-policy.ts';
import { DEFAULT_INDICATORS } from '../indicator-policy.ts';
import { DEFAULT_OPEN_DATA } from '../open-data-policy.ts';
import { DEFAULT_RETENTION } from '../retention-policy.ts';
import { DEFAULT_PAY } from '../pay-policy.ts';
import { DEFAULT_PERIODS } from '../period-policy.ts';
import { DEFAULT_SCORING, type ScoringPolicy } from '../scoring-policy.ts';
import { DEFAULT_SIGNALS } from '../signal-policy.ts';
import { DEFAULT_SUPERVISION } from '../supervision-policy.ts';
import { APPRAISAL_DESCRIPTOR, validateAppraisalPolicy } from './appraisal.ts';
import { BULLETIN_DESCRIPTOR, validateBulletinPolicy } from './bulletin.ts';
import { CARDS_DESCRIPTOR, validateCardPolicy } from './cards.ts';
import { COEFFICIENTS_DESCRIPTOR, validateCoefficientPolicy } from './coefficients.ts';
import { DEADLINES_DESCRIPTOR, validateDeadlinePolicy } from './deadlines.ts';
import { GROUPS_DESCRIPTOR, validateGroupPolicy } from './groups.ts';
import { INDICATORS_DESCRIPTOR, validateIndicatorPolicy } from './indicators.ts';
import { OPEN_DATA_DESCRIPTOR, validateOpenDataPolicy } from './open-data.ts';
import { RETENTION_DESCRIPTOR, validateRetentionPolicy } from './retention.ts';
import { PAY_DESCRIPTOR, validatePayPolicy } from './pay.ts';
import { PERIODS_DESCRIPTOR, validatePeriodPolicy } from './periods.ts';
import { SCORING_DESCRIPTOR, validateScoringPolicy } from './scoring.ts';
import { SIGNALS_DESCRIPTOR, validateSignalPolicy } from './signals.ts';
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
    expect(validateAppraisalPolicy(DEFAULT_APPRAISAL)).toEqual([]);
    expect(validateGroupPolicy(DEFAULT_GROUPS)).toEqual([]);
    expect(validateCoefficientPolicy(DEFAULT_COEFFICIENTS)).toEqual([]);
    expect(validatePayPolicy(DEFAULT_PAY)).toEqual([]);
    expect(validatePeriodPolicy(DEFAULT_PERIODS)).toEqual([]);
    expect(validateIndicatorPolicy(DEFAULT_INDICATORS)).toEqual([]);
    expect(validateOpenDataPolicy(DEFAULT_OPEN_DATA)).toEqual([]);
    expect(validateRetentionPolicy(DEFAULT_RETENTION)).toEqual([]);
    expect(validateSignalPolicy(DEFAULT_SIGNALS)).toEqual([]);
  });

  it('has a field of the editor for every value', () => {
    const named = (descriptor: PolicyDescriptor) => new Set(fieldsOf(descriptor).map(({ name }) => name));
    const leaves = (value: unknown, path: string): readonly string[] =>
      typeof value !== 'object' || value === null || Array.isArray(value) || Object.keys(value).length === 0
        ? [path]
        : Object.entries(value).flatMap(([key, inner]) =>
            leaves(inner, path === '' ? key : `${path}.${key}`),
          );
    const kept = (policy: object) => new Set(leaves(policy, '').filter((key) => key !== 'version'));
    expect(named(SCORING_DESCRIPTOR)).toEqual(kept(DEFAULT_SCORING));
    expect(named(CARDS_DESCRIPTOR)).toEqual(kept(DEFAULT_CARDS));
    expect(named(DEADLINES_DESCRIPTOR)).toEqual(kept(DEFAULT_DEADLINES));
    expect(named(SUPERVISION_DESCRIPTOR)).toEqual(kept(DEFAULT_SUPERVISION));
    expect(named(BULLETIN_DESCRIPTOR)).toEqual(kept(DEFAULT_BULLETIN));
    expect(named(APPRAISAL_DESCRIPTOR)).toEqual(kept(DEFAULT_APPRAISAL));
    expect(named(GROUPS_DESCRIPTOR)).toEqual(kept(DEFAULT_GROUPS));
    expect(named(COEFFICIENTS_DESCRIPTOR)).toEqual(kept(DEFAULT_COEFFICIENTS));
    expect(named(PAY_DESCRIPTOR)).toEqual(kept(DEFAULT_PAY));
    expect(named(PERIODS_DESCRIPTOR)).toEqual(kept(DEFAULT_PERIODS));
    expect(named(INDICATORS_DESCRIPTOR)).toEqual(kept(DEFAULT_INDICATORS));
    expect(named(OPEN_DATA_DESCRIPTOR)).toEqual(kept(DEFAULT_OPEN_DATA));
    expect(named(RETENTION_DESCRIPTOR)).toEqual(kept(DEFAULT_RETENTION));
    expect(named(SIGNALS_DESCRIPTOR)).toEqual(kept(DEFAULT_SIGNALS));
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

describe('what makes a score of the accounts', () => {
  it('has weights that come to 100 and bands that fall', () => {
    const weights = { indicator: 70, supervision: 20, satisfaction: 15 };
    expect(validateAppraisalPolicy({ ...DEFAULT_APPRAISAL, weights })).toEqual([
      { field: 'weights.indicator', code: 'weights_not_100' },
    ]);
    const bands = [
      { band: 'excellent', from: 80_00 },
      { band: 'good', from: 85_00 },
      { band: 'fair', from: 60_00 },
    ] as const;
    expect(validateAppraisalPolicy({ ...DEFAULT_APPRAISAL, bands })).toEqual([
      { field: 'bands', code: 'ladder_not_falling' },
    ]);
  });

  it('has coefficients within bounds, each with its reason and who was heard', () => {
    const departments = { a: { coefficient: 201, reason: '', consultation: '' } };
    expect(validateCoefficientPolicy({ version: 'coefficients-2', departments })).toEqual([
      { field: 'departments.0.coefficient', code: 'out_of_range' },
      { field: 'departments.0.reason', code: 'required' },
      { field: 'departments.0.consultation', code: 'required' },
    ]);
  });

  it('has volumes that rise', () => {
    expect(validateGroupPolicy({ ...DEFAULT_GROUPS, volumeSteps: [50, 20] })).toEqual([
      { field: 'volumeSteps', code: 'not_rising' },
    ]);
  });

  it('takes no pay of the last without a simulation and a note', () => {
    const pay = (changed: object) =>
      validatePayPolicy({
        version: 'pay-2',
        lastPlace: { ...DEFAULT_PAY.lastPlace, isOn: true, ...changed },
      });
    expect(pay({})).toEqual([{ field: 'lastPlace.simulatedPeriod', code: 'last_place_needs_simulation' }]);
    expect(pay({ simulatedPeriod: '2026-Q3' })).toEqual([
      { field: 'lastPlace.sampleNote', code: 'last_place_needs_note' },
    ]);
    expect(pay({ simulatedPeriod: '2026-13' })).toEqual([
      { field: 'lastPlace.simulatedPeriod', code: 'malformed' },
    ]);
    expect(pay({ simulatedPeriod: '2026-Q3', sampleNote: '样本充分', leastGroup: 2 })).toEqual([
      { field: 'lastPlace.leastGroup', code: 'out_of_range' },
    ]);
  });

  it('has lights and points in their order', () => {
    const changed = { yellowFrom: 100_00, pointsAtTarget: 60_00, pointsAtStretch: 50_00 };
    expect(validateIndicatorPolicy({ ...DEFAULT_INDICATORS, ...changed })).toEqual([
      { field: 'yellowFrom', code: 'yellow_above_green' },
      { field: 'pointsAtTarget', code: 'points_not_rising' },
      { field: 'pointsAtStretch', code: 'points_not_rising' },
    ]);
    expect(validatePeriodPolicy({ version: 'periods-2', closingDay: 31 })).toEqual([
      { field: 'closingDay', code: 'out_of_range' },
    ]);
    expect(validateOpenDataPolicy({ ...DEFAULT_OPEN_DATA, leastCell: 1 })).toEqual([
      { field: 'leastCell', code: 'out_of_range' },
    ]);
  });

  it('keeps nothing that names somebody longer than their contact data', () => {
    const changed = { contactDays: 200, messageDays: 200, ratingTraceDays: 201 };
    expect(validateRetentionPolicy({ ...DEFAULT_RETENTION, ...changed })).toEqual([
      { field: 'ratingTraceDays', code: 'longer_than_contact' },
    ]);
    expect(validateRetentionPolicy({ ...DEFAULT_RETENTION, contactDays: 179 })).toEqual([
      { field: 'contactDays', code: 'out_of_range' },
    ]);
  });
});

it('names what is heavy above what is named at all', () => {
  const narrative = { ...DEFAULT_SIGNALS.narrative, heavyLoss: 50 };
  expect(validateSignalPolicy({ ...DEFAULT_SIGNALS, narrative })).toEqual([
    { field: 'narrative.heavyLoss', code: 'heavy_below_least' },
  ]);
});
