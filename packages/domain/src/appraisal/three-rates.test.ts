import { describe, expect, it, test } from 'vitest';
import type { Callback, SatisfactionLevel } from '../complaint/complaint.ts';
import { countCallbacks, NO_CALLBACKS, threeRates } from './three-rates.ts';

const valid = (contacted: boolean, solved: boolean, satisfaction: SatisfactionLevel): Callback => ({
  at: '2026-10-19T02:00:00.000Z',
  staffId: 'clerk',
  outcome: 'valid',
  answers: { contacted, solved, satisfaction },
});
const missed = (outcome: 'no_answer' | 'refused' | 'wrong_number'): Callback => ({
  at: '2026-10-19T02:00:00.000Z',
  staffId: 'clerk',
  outcome,
  answers: null,
});

describe('counts', () => {
  it('are over valid callbacks, the three questions apart', () => {
    const callbacks = [
      valid(true, true, 'very_satisfied'),
      valid(true, true, 'satisfied'),
      valid(true, false, 'basically_satisfied'),
      valid(true, false, 'dissatisfied'),
      valid(false, false, 'very_dissatisfied'),
      missed('no_answer'),
      missed('refused'),
      missed('wrong_number'),
    ];
    expect(countCallbacks(callbacks)).toEqual({
      valid: 5,
      contacted: 4,
      solved: 2,
      satisfied: 2,
      basicallySatisfied: 1,
    });
  });

  it('of nothing are nothing', () => {
    expect(countCallbacks([])).toEqual(NO_CALLBACKS);
  });
});

describe('three rates', () => {
  test.each([
    [
      { valid: 10, contacted: 9, solved: 7, satisfied: 5, basicallySatisfied: 2 },
      { response: 0.9, resolution: 0.7, satisfaction: 0.68, composite: 0.71 },
    ],
    [
      { valid: 5, contacted: 4, solved: 2, satisfied: 2, basicallySatisfied: 1 },
      { response: 0.8, resolution: 0.4, satisfaction: 0.58, composite: 0.53 },
    ],
    [
      { valid: 4, contacted: 4, solved: 4, satisfied: 4, basicallySatisfied: 0 },
      { response: 1, resolution: 1, satisfaction: 1, composite: 1 },
    ],
    [
      { valid: 3, contacted: 0, solved: 0, satisfied: 0, basicallySatisfied: 0 },
      { response: 0, resolution: 0, satisfaction: 0, composite: 0 },
    ],
  ])('of %j', (counts, rates) => {
    expect(threeRates(counts)).toEqual(rates);
  });

  it('of no valid callback are no sample, not zero', () => {
    expect(threeRates(NO_CALLBACKS)).toBeNull();
    expect(threeRates(countCallbacks([missed('no_answer')]))).toBeNull();
  });

  it('follow the weights of the policy', () => {
    const counts = { valid: 10, contacted: 10, solved: 5, satisfied: 0, basicallySatisfied: 10 };
    const weights = { basicallySatisfied: 60, response: 20, resolution: 30, satisfaction: 50 };
    expect(threeRates(counts, weights)).toEqual({
      response: 1,
      resolution: 0.5,
      satisfaction: 0.6,
      composite: 0.65,
    });
  });
});
