import { describe, expect, it } from 'vitest';
import { DEFAULT_INDICATORS as policy } from '../../policy/indicator-policy.ts';
import { aDefinition } from '../../testing/an-indicator.ts';
import type { IndicatorDefinition } from './indicator.ts';
import { indicatorPoints } from './indicator-points.ts';

const points = (changes: Partial<IndicatorDefinition>, value: number, month = '2026-09') =>
  indicatorPoints(aDefinition(changes), value, month, policy).centipoints;

describe('linear', () => {
  it('gives 60 at the base, 100 at the target, and the proportion between', () => {
    expect(points({}, 6_0000)).toBe(60_00);
    expect(points({}, 7_0000)).toBe(80_00);
    expect(points({}, 7_3000)).toBe(86_00);
    expect(points({}, 8_0000)).toBe(100_00);
    expect(points({}, 12_0000)).toBe(100_00);
  });

  it('gives nothing below the base', () => {
    expect(points({}, 5_9999)).toBe(0);
    expect(points({}, -1_0000)).toBe(0);
  });

  it('rounds halves up to a hundredth of a point', () => {
    // 60 + 40 × 1/3 = 73.333…, 60 + 40 × 2/3 = 86.666…
    expect(points({ base: 0, target: 3_0000 }, 1_0000)).toBe(73_33);
    expect(points({ base: 0, target: 3_0000 }, 2_0000)).toBe(86_67);
    // 60 + 40 × 0.0001/3.2 = 60.00125; × 0.0004/3.2 = 60.005
    expect(points({ base: 0, target: 3_2000 }, 1)).toBe(60_00);
    expect(points({ base: 0, target: 3_2000 }, 4)).toBe(60_01);
  });

  it('goes on to 110 at the stretch', () => {
    const stretch = { stretch: 10_0000 };
    expect(points(stretch, 9_0000)).toBe(105_00);
    expect(points(stretch, 10_0000)).toBe(110_00);
    expect(points(stretch, 11_0000)).toBe(110_00);
    expect(points(stretch, 8_0000)).toBe(100_00);
  });

  it('takes a target of zero, and one below zero', () => {
    expect(points({ base: -4_0000, target: 0 }, -1_0000)).toBe(90_00);
    expect(points({ base: -4_0000, target: 0 }, 0)).toBe(100_00);
    expect(points({ base: -10_0000, target: -5_0000 }, -7_5000)).toBe(80_00);
    expect(points({ base: -10_0000, target: -5_0000 }, -10_0001)).toBe(0);
  });

  it('is all or nothing where base and target are the same', () => {
    expect(points({ base: 8_0000, target: 8_0000 }, 8_0000)).toBe(100_00);
    expect(points({ base: 8_0000, target: 8_0000 }, 7_9999)).toBe(0);
    expect(points({ base: 0, target: 0 }, 0)).toBe(100_00);
    expect(points({ base: 0, target: 0 }, -1)).toBe(0);
  });

  it('turns round where less is better', () => {
    const down = { direction: 'down', base: 40_0000, target: 35_0000, stretch: 30_0000 } as const;
    expect(points(down, 40_0000)).toBe(60_00);
    expect(points(down, 36_0000)).toBe(92_00);
    expect(points(down, 35_0000)).toBe(100_00);
    expect(points(down, 32_5000)).toBe(105_00);
    expect(points(down, 29_0000)).toBe(110_00);
    expect(points(down, 40_0001)).toBe(0);
  });

  it('expects of what adds up the twelfths of the year that are over', () => {
    const adding = { accumulates: true, base: 60_0000, target: 120_0000 };
    expect(points(adding, 30_0000, '2026-03')).toBe(100_00);
    expect(points(adding, 22_5000, '2026-03')).toBe(80_00);
    expect(points(adding, 15_0000, '2026-03')).toBe(60_00);
    expect(points(adding, 30_0000, '2026-06')).toBe(60_00);
    expect(points(adding, 30_0000, '2026-09')).toBe(0);
    expect(points(adding, 120_0000, '2026-12')).toBe(100_00);
  });
});

describe('steps', () => {
  const method = {
    kind: 'steps',
    steps: [
      { from: 90_0000, centipoints: 60_00 },
      { from: 95_0000, centipoints: 80_00 },
      { from: 98_0000, centipoints: 100_00 },
    ],
  } as const;

  it('gives the points of the best step reached', () => {
    expect(points({ method, target: 98_0000 }, 89_9999)).toBe(0);
    expect(points({ method, target: 98_0000 }, 90_0000)).toBe(60_00);
    expect(points({ method, target: 98_0000 }, 97_9999)).toBe(80_00);
    expect(points({ method, target: 98_0000 }, 100_0000)).toBe(100_00);
  });

  it('goes down where less is better', () => {
    const steps = [
      { from: 10_0000, centipoints: 50_00 },
      { from: 5_0000, centipoints: 100_00 },
    ];
    const down = { direction: 'down', target: 5_0000, base: null, method: { kind: 'steps', steps } } as const;
    expect(points(down, 10_0001)).toBe(0);
    expect(points(down, 10_0000)).toBe(50_00);
    expect(points(down, 5_0000)).toBe(100_00);
    expect(points(down, 0)).toBe(100_00);
  });
});

describe('pass or fail', () => {
  it('gives all or nothing', () => {
    const method = { kind: 'pass_fail' } as const;
    expect(points({ method, target: 1_0000 }, 1_0000)).toBe(100_00);
    expect(points({ method, target: 1_0000 }, 9999)).toBe(0);
    expect(points({ method, target: 0, direction: 'down', base: null }, 0)).toBe(100_00);
    expect(points({ method, target: 0, direction: 'down', base: null }, 1)).toBe(0);
  });
});

describe('deduction', () => {
  const method = { kind: 'deduction', each: 5_00, per: 1_0000 } as const;
  const deducted = { method, target: 0, base: null, direction: 'down' } as const;

  it('takes off for every case, down to nothing', () => {
    expect(points(deducted, 0)).toBe(100_00);
    expect(points(deducted, 3_0000)).toBe(85_00);
    expect(points(deducted, 20_0000)).toBe(0);
    expect(points(deducted, 21_0000)).toBe(0);
  });

  it('begins to take off beyond the allowance, and knows parts', () => {
    expect(points({ ...deducted, target: 2_0000 }, 2_0000)).toBe(100_00);
    expect(points({ ...deducted, target: 2_0000 }, 3_0000)).toBe(95_00);
    expect(points({ ...deducted, method: { ...method, per: 3_0000 } }, 1_0000)).toBe(98_33);
  });
});

describe('jury', () => {
  it('takes the mean of the jury as it is', () => {
    expect(points({ method: { kind: 'jury', jurorIds: [] }, base: null, target: 90_0000 }, 91_3300)).toBe(
      91_33,
    );
  });
});

it('says what it was computed from', () => {
  const adding = aDefinition({ accumulates: true, base: 60_0000, target: 120_0000, stretch: 130_0000 });
  expect(indicatorPoints(adding, 22_5000, '2026-03', policy).arithmetic).toEqual({
    method: 'linear',
    value: '22.5',
    month: '2026-03',
    direction: 'up',
    twelfths: 3,
    base: '15',
    atBase: 60_00,
    target: '30',
    atTarget: 100_00,
    stretch: '32.5',
    atStretch: 110_00,
    policy: 'indicators-1',
  });
});
