import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_APPRAISAL } from '../policy/appraisal-policy.ts';
import { DEFAULT_COEFFICIENTS } from '../policy/coefficient-policy.ts';
import { DEFAULT_GROUPS } from '../policy/group-policy.ts';
import { DEFAULT_PAY } from '../policy/pay-policy.ts';
import { DEFAULT_SCORING } from '../policy/scoring-policy.ts';
import { composeSheet } from './compose-sheet.ts';
import { lastPlaces, undecidedLast, withoutLastPlace, type LastPlaceRuling } from './last-place.ts';
import type { DepartmentFacts, SheetPolicies } from './period-sheet.ts';

const PERIOD = { id: '2026-Q4', firstDay: '2026-10-01', lastDay: '2026-12-31' };
const POLICIES: SheetPolicies = {
  scoring: DEFAULT_SCORING,
  appraisal: DEFAULT_APPRAISAL,
  groups: DEFAULT_GROUPS,
  coefficients: DEFAULT_COEFFICIENTS,
  pay: DEFAULT_PAY,
};
const TEN = { valid: 10, contacted: 9, solved: 7, satisfied: 5, basicallySatisfied: 2 };
const NONE = { valid: 0, contacted: 0, solved: 0, satisfied: 0, basicallySatisfied: 0 };

function facts(over: Partial<DepartmentFacts> = {}): DepartmentFacts {
  const code = over.code ?? 'A1';
  return {
    id: code,
    code,
    name: '规划建设局',
    nameEn: 'Planning',
    tierGroup: 'A',
    activeFrom: '2020-01-01',
    activeTo: null,
    successorId: null,
    volume: null,
    callbacks: TEN,
    excluded: 0,
    indicator: { centipoints: 92_50, lines: 3 },
    supervision: { centipoints: -2_00, lines: 4 },
    adjustment: { centipoints: 1_50, lines: 1 },
    ...over,
  };
}

function one(over: Partial<DepartmentFacts> = {}, policies: Partial<SheetPolicies> = {}) {
  const [sheet] = composeSheet(PERIOD, [facts(over)], { ...POLICIES, ...policies }).departments;
  if (sheet === undefined) throw new Error('no department');
  return sheet;
}

/** Departments whose score is their supervision alone. */
function scored(...scores: readonly (readonly [string, number, Partial<DepartmentFacts>?])[]) {
  return scores.map(([code, score, over]) =>
    facts({
      code,
      indicator: { centipoints: score, lines: 1 },
      callbacks: { valid: 20, contacted: 20, solved: 20, satisfied: 20, basicallySatisfied: 0 },
      supervision: { centipoints: 0, lines: 0 },
      adjustment: { centipoints: 0, lines: 0 },
      ...over,
    }),
  );
}

describe('the score', () => {
  it('is 70 % indicator, 20 % supervision, 10 % satisfaction and the adjustment', () => {
    // 0.7 × 92.50 + 0.2 × 98.00 + 0.1 × 71.00 + 1.50 = 64.75 + 19.60 + 7.10 + 1.50
    expect(one()).toMatchObject({
      composite: 92_95,
      band: 'excellent',
      payFactor: 929_500,
      notes: ['small_group'],
    });
    expect(one().accounts).toEqual({
      indicator: { centipoints: 92_50, weightPercent: 70, effectiveWeightPercent: 70, lines: 3 },
      supervision: { centipoints: 98_00, weightPercent: 20, effectiveWeightPercent: 20, lines: 4 },
      satisfaction: { centipoints: 71_00, weightPercent: 10, effectiveWeightPercent: 10, lines: 10 },
      adjustment: { centipoints: 1_50, weightPercent: 0, effectiveWeightPercent: 0, lines: 1 },
    });
  });

  it('spreads the weight of an account without a sample over the others, and says so', () => {
    // (70 × 92.50 + 20 × 98.00) ÷ 90 + 1.50 = 93.7222… + 1.50
    const sheet = one({ callbacks: NONE });
    expect(sheet).toMatchObject({ composite: 95_22, rates: null, notes: ['no_sample', 'small_group'] });
    expect(sheet.accounts.satisfaction).toMatchObject({ centipoints: null, effectiveWeightPercent: 0 });
    expect(sheet.accounts.indicator.effectiveWeightPercent).toBe(77.78);
    expect(sheet.accounts.supervision.effectiveWeightPercent).toBe(22.22);
    // (20 × 98.00 + 10 × 71.00) ÷ 30 + 1.50 = 89.00 + 1.50
    expect(one({ indicator: null })).toMatchObject({
      composite: 90_50,
      notes: ['no_indicator', 'small_group'],
    });
    expect(one({ indicator: null, callbacks: NONE })).toMatchObject({ composite: 99_50 });
  });

  it('rounds once, halves up, from the exact satisfaction and not from the one shown', () => {
    const callbacks = { valid: 7, contacted: 7, solved: 4, satisfied: 3, basicallySatisfied: 1 };
    // (10·7 + 40·4 + 50·(3 + 0.9)) ÷ 700 = 425 ÷ 700 = 60.714285… points
    const sheet = one({
      callbacks,
      indicator: { centipoints: 0, lines: 1 },
      supervision: { centipoints: -100_00, lines: 9 },
      adjustment: { centipoints: 0, lines: 0 },
    });
    expect(sheet.accounts.satisfaction.centipoints).toBe(60_71);
    expect(sheet.composite).toBe(6_07);
    expect(
      one({
        callbacks: NONE,
        indicator: null,
        supervision: { centipoints: -100_00, lines: 1 },
        adjustment: { centipoints: -5, lines: 1 },
      }),
    ).toMatchObject({
      composite: -5,
      payFactor: 0,
      notes: expect.arrayContaining(['pay_floor']) as string[],
    });
  });

  it('is multiplied by the coefficient of the department for pay', () => {
    const coefficients = {
      version: 'coefficients-2',
      departments: { A1: { coefficient: 105, reason: '任务重', consultation: '10 月 8 日会议纪要' } },
    };
    // 1.05 × 92.95 ÷ 100
    expect(one({}, { coefficients })).toMatchObject({ coefficient: 105, payFactor: 975_975 });
  });

  it('says how many cases a panel took out beside how many count', () => {
    expect(one({ excluded: 2 }).excludedRatio).toEqual({ excluded: 2, of: 12 });
  });

  it('marks a small sample', () => {
    const callbacks = { valid: 4, contacted: 4, solved: 4, satisfied: 4, basicallySatisfied: 0 };
    expect(one({ callbacks }).notes).toContain('small_sample');
  });

  it('keeps a department that ended in the period, without rank and pay factor', () => {
    expect(one({ activeTo: '2026-11-15', successorId: 'B1' })).toMatchObject({
      composite: 92_95,
      rankInGroup: null,
      payFactor: null,
      successorId: 'B1',
      notes: ['ended_in_period'],
    });
    expect(one({ activeTo: '2027-01-01' }).notes).toEqual(['small_group']);
    expect(one({ activeFrom: '2026-10-02' }).notes).toEqual(['new_in_period', 'small_group']);
  });

  it('is a sheet of nobody where there is no department', () => {
    expect(composeSheet(PERIOD, [], POLICIES)).toMatchObject({
      policyVersion: 'scoring-1 appraisal-1 groups-1 coefficients-1 pay-1',
      departments: [],
    });
  });
});

describe('ranks', () => {
  const rankOf = (list: readonly DepartmentFacts[], policies: Partial<SheetPolicies> = {}) =>
    composeSheet(PERIOD, list, { ...POLICIES, ...policies }).departments.map((sheet) => [
      sheet.code,
      sheet.groupId,
      sheet.rankInGroup,
      sheet.ranked,
    ]);

  it('are those within a group; equal scores share one and the next counts them all', () => {
    const list = scored(
      ['A2', 80_00],
      ['A1', 90_00],
      ['A3', 90_00],
      ['A4', 70_00],
      ['B1', 50_00, { tierGroup: 'B' }],
    );
    expect(rankOf(list)).toEqual([
      ['A1', 'A', 1, 4],
      ['A2', 'A', 3, 4],
      ['A3', 'A', 1, 4],
      ['A4', 'A', 4, 4],
      ['B1', 'B', 1, 1],
    ]);
  });

  it('part a class by volume where the policy says so, and place by name', () => {
    const groups = { version: 'groups-2', volumeSteps: [50], placed: { A3: 'B-1' } };
    const list = scored(
      ['A1', 90_00, { volume: 49 }],
      ['A2', 80_00, { volume: 50 }],
      ['A3', 70_00, { volume: 80 }],
    );
    expect(rankOf(list, { groups }).map(([code, group]) => [code, group])).toEqual([
      ['A1', 'A-1'],
      ['A2', 'A-2'],
      ['A3', 'B-1'],
    ]);
  });
});

describe('last place', () => {
  const on = { ...DEFAULT_PAY, lastPlace: { ...DEFAULT_PAY.lastPlace, isOn: true } };
  const sheet = (list: readonly DepartmentFacts[], rulings: readonly LastPlaceRuling[] = [], pay = on) =>
    composeSheet(PERIOD, list, { ...POLICIES, pay }, rulings).departments;
  const factors = (...args: Parameters<typeof sheet>) => sheet(...args).map(({ payFactor }) => payFactor);
  const notes = (...args: Parameters<typeof sheet>) =>
    sheet(...args).map(({ notes }) => notes.find((note) => note.startsWith('last_place')) ?? null);
  const THREE = scored(['A1', 90_00], ['A2', 80_00], ['A3', 70_00]);
  const TIED = scored(['A1', 90_00], ['A2', 70_00], ['A3', 70_00]);
  const signed = (departmentIds: readonly string[], zeroIds = departmentIds): readonly LastPlaceRuling[] => [
    { groupId: 'A', departmentIds, zeroIds },
  ];

  it('takes nothing while it is off, whatever was signed, and can be looked at all the same', () => {
    expect(factors(THREE, signed(['A3']), DEFAULT_PAY)).toEqual([930_000, 860_000, 790_000]);
    const { departments } = composeSheet(PERIOD, THREE, POLICIES);
    expect(lastPlaces(departments, DEFAULT_PAY)).toEqual([
      { groupId: 'A', ranked: 3, departmentIds: ['A3'], outcome: 'zero' },
    ]);
    const small = { valid: 4, contacted: 4, solved: 4, satisfied: 4, basicallySatisfied: 0 };
    const outcomes = (list: readonly DepartmentFacts[]) =>
      lastPlaces(sheet(list), on).map(({ outcome }) => outcome);
    expect(outcomes(TIED)).toEqual(['tied']);
    expect(outcomes(scored(['A1', 90_00], ['A2', 80_00], ['A3', 70_00, { callbacks: small }]))).toEqual([
      'small_sample',
    ]);
    expect(outcomes(scored(['A1', 70_00], ['A2', 70_00], ['A3', 70_00]))).toEqual([]);
    expect(outcomes(THREE.slice(1))).toEqual([]);
  });

  it('takes all from the last of three or more once it is signed, and nothing before', () => {
    expect(factors(THREE)).toEqual([930_000, 860_000, 790_000]);
    expect(notes(THREE)).toEqual([null, null, 'last_place_undecided']);
    expect(undecidedLast(sheet(THREE))).toBe(1);
    expect(factors(THREE, signed(['A3']))).toEqual([930_000, 860_000, 0]);
    expect(notes(THREE, signed(['A3']))).toEqual([null, null, 'last_place_zero']);
    expect(factors(THREE.slice(1), signed(['A3']))).toEqual([860_000, 790_000]);
  });

  it('at a tie takes it from those who were named, or from none', () => {
    expect(factors(TIED)).toEqual([930_000, 790_000, 790_000]);
    expect(factors(TIED, signed(['A2', 'A3'], ['A2']))).toEqual([930_000, 0, 790_000]);
    expect(notes(TIED, signed(['A2', 'A3'], ['A2']))).toEqual([null, 'last_place_zero', 'last_place_spared']);
    expect(factors(TIED, signed(['A2', 'A3'], []))).toEqual([930_000, 790_000, 790_000]);
  });

  it('holds for those who were last when it was signed alone', () => {
    expect(factors(TIED, signed(['A3']))).toEqual([930_000, 790_000, 790_000]);
    expect(notes(THREE, signed(['A2']))).toEqual([null, null, 'last_place_undecided']);
  });

  it('is not given to a department that ended', () => {
    const ended = { activeTo: '2026-11-01' };
    const list = scored(['A1', 90_00], ['A2', 80_00], ['A3', 75_00], ['A4', 10_00, ended]);
    expect(factors(list, signed(['A3']))).toEqual([930_000, 860_000, 0, null]);
  });

  it('can be taken away again, to see the sheet without it', () => {
    const plain = composeSheet(PERIOD, TIED, POLICIES).departments;
    expect(withoutLastPlace(sheet(TIED, signed(['A2', 'A3'], ['A2'])))).toEqual(plain);
  });
});

it('is the same whatever order the facts come in, and survives JSON', () => {
  const department = fc.record({
    code: fc.constantFrom('A1', 'A2', 'A3', 'A4', 'B1', 'B2'),
    tierGroup: fc.constantFrom('A', 'B', null),
    supervision: fc.record({ centipoints: fc.integer({ min: -200_00, max: 20_00 }), lines: fc.nat(50) }),
    indicator: fc.option(fc.record({ centipoints: fc.nat(120_00), lines: fc.nat(9) })),
    callbacks: fc.constantFrom(TEN, NONE),
  });
  const list = fc.uniqueArray(department, { selector: ({ code }) => code, maxLength: 6 });
  fc.assert(
    fc.property(list, fc.infiniteStream(fc.nat()), (departments, keys) => {
      const ordered = departments.map((over) => facts(over));
      const shuffled = ordered
        .map((fact) => ({ fact, key: keys.next().value as number }))
        .sort((a, b) => a.key - b.key)
        .map(({ fact }) => fact);
      const sheet = composeSheet(PERIOD, ordered, POLICIES);
      expect(JSON.stringify(composeSheet(PERIOD, shuffled, POLICIES))).toBe(JSON.stringify(sheet));
      expect(JSON.parse(JSON.stringify(sheet))).toEqual(sheet);
    }),
  );
});
