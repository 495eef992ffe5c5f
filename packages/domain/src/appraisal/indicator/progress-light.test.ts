import { describe, expect, it } from 'vitest';
import { DEFAULT_INDICATORS as policy } from '../../policy/indicator-policy.ts';
import { aDefinition } from '../../testing/an-indicator.ts';
import type { IndicatorDefinition } from './indicator.ts';
import { progressOf } from './progress-light.ts';

const progress = (changes: Partial<IndicatorDefinition>, value: number, month = '2026-09') =>
  progressOf(aDefinition(changes), value, month, policy);

describe('progressOf', () => {
  it('is green from all of what was due, yellow from 85 %, else red', () => {
    expect(progress({ target: 8_0000 }, 8_0000)).toEqual({ light: 'green', pace: 100_00 });
    expect(progress({ target: 8_0000 }, 7_9999)).toEqual({ light: 'yellow', pace: 99_99 });
    expect(progress({ target: 8_0000 }, 6_8000)).toEqual({ light: 'yellow', pace: 85_00 });
    expect(progress({ target: 8_0000 }, 6_7999)).toEqual({ light: 'red', pace: 84_99 });
    expect(progress({ target: 8_0000 }, -2_0000)).toEqual({ light: 'red', pace: 0 });
  });

  it('sets what adds up against the share of the year elapsed', () => {
    const adding = { accumulates: true, base: null, target: 120_0000 };
    expect(progress(adding, 90_0000, '2026-09')).toEqual({ light: 'green', pace: 100_00 });
    expect(progress(adding, 80_0000, '2026-09')).toEqual({ light: 'yellow', pace: 88_88 });
    expect(progress(adding, 76_5000, '2026-09')).toEqual({ light: 'yellow', pace: 85_00 });
    expect(progress(adding, 76_4999, '2026-09')).toEqual({ light: 'red', pace: 84_99 });
    expect(progress(adding, 10_0000, '2026-01')).toEqual({ light: 'green', pace: 100_00 });
  });

  it('counts what is too much where less is better', () => {
    const down = { direction: 'down', target: 35_0000, base: null } as const;
    expect(progress(down, 35_0000)).toEqual({ light: 'green', pace: 100_00 });
    expect(progress(down, 30_0000)).toEqual({ light: 'green', pace: 114_28 });
    expect(progress(down, 38_5000)).toEqual({ light: 'yellow', pace: 90_00 });
    expect(progress(down, 42_0000)).toEqual({ light: 'red', pace: 80_00 });
  });

  it('looks from the base where the target is zero or below', () => {
    expect(progress({ base: -4_0000, target: 0 }, 0)).toEqual({ light: 'green', pace: 100_00 });
    expect(progress({ base: -4_0000, target: 0 }, -1_0000)).toEqual({ light: 'red', pace: 75_00 });
    expect(progress({ base: -4_0000, target: 0 }, -4000)).toEqual({ light: 'yellow', pace: 90_00 });
    expect(progress({ base: -10_0000, target: -5_0000 }, -4_0000)).toEqual({ light: 'green', pace: 100_00 });
    const noCases = { direction: 'down', base: null, target: 0, method: { kind: 'pass_fail' } } as const;
    expect(progress(noCases, 0)).toEqual({ light: 'green', pace: 100_00 });
    expect(progress(noCases, 1_0000)).toEqual({ light: 'red', pace: 0 });
    expect(progress({ base: 0, target: 0 }, -1_0000)).toEqual({ light: 'red', pace: 0 });
  });

  it('goes by what is left where points are taken off', () => {
    const method = { kind: 'deduction', each: 5_00, per: 1_0000 } as const;
    const deducted = { method, target: 0, base: null, direction: 'down' } as const;
    expect(progress(deducted, 0)).toEqual({ light: 'green', pace: 100_00 });
    expect(progress(deducted, 3_0000)).toEqual({ light: 'yellow', pace: 85_00 });
    expect(progress(deducted, 4_0000)).toEqual({ light: 'red', pace: 80_00 });
  });
});
