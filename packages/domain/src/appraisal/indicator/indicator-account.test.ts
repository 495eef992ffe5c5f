import { describe, expect, it } from 'vitest';
import { DEFAULT_INDICATORS as policy } from '../../policy/indicator-policy.ts';
import { aDefinition } from '../../testing/an-indicator.ts';
import { foldIndicator } from './evolve-indicator.ts';
import type { IndicatorDefinition, IndicatorInForce } from './indicator.ts';
import { accountsOf, isMonthOf } from './indicator-account.ts';
import type { IndicatorEvent } from './indicator-event.ts';

const Q3 = { firstDay: '2026-07-01', lastDay: '2026-09-30' };

function indicator(
  id: string,
  changes: Partial<IndicatorDefinition>,
  results: readonly (readonly [month: string, value: number])[],
): IndicatorInForce {
  const at = '2026-02-01T01:00:00.000Z';
  const events: IndicatorEvent[] = [
    { type: 'IndicatorDrafted', at, id, number: id, year: 2026, definition: aDefinition(changes), by: 'a' },
    { type: 'IndicatorPublished', at, nth: 1, by: 'a' },
  ];
  for (const [index, [month, value]] of results.entries()) {
    const resultId = `${id}-${index}`;
    const result = { id: resultId, month, nth: 1, value, evidence: '', reason: '', client: '' };
    events.push(
      { type: 'ResultEntered', at, result: { ...result, way: 'hand' }, by: 'a' },
      { type: 'ResultConfirmed', at, resultId, light: 'green', pace: 0, policy: policy.version, by: 'b' },
    );
  }
  return foldIndicator(events) as IndicatorInForce;
}

const owned = (departmentId: string, weight: number) => ({ owners: [{ departmentId, weight }] });

describe('accountsOf', () => {
  it('weighs the latest result of each indicator in the period', () => {
    const accounts = accountsOf(
      [
        indicator('growth', owned('economy', 60), [
          ['2026-07', 6_0000],
          ['2026-09', 7_0000],
          ['2026-10', 6_0000],
        ]),
        indicator('capital', owned('economy', 40), [['2026-08', 8_0000]]),
      ],
      Q3,
      policy,
    );
    // 0.6 × 80 + 0.4 × 100
    expect(accounts.get('economy')).toMatchObject({ centipoints: 88_00, countedPercent: 100, missing: [] });
    expect(accounts.get('economy')?.lines).toMatchObject([
      {
        indicatorId: 'growth',
        weightPercent: 60,
        resultText: '7 %',
        centipoints: 80_00,
        resultMonth: '2026-09',
      },
      { indicatorId: 'capital', weightPercent: 40, resultText: '8 %', centipoints: 100_00 },
    ]);
  });

  it('spreads the weight of what has no result yet, and says so', () => {
    const accounts = accountsOf(
      [
        indicator('growth', owned('economy', 30), [['2026-09', 7_0000]]),
        indicator('capital', owned('economy', 70), [['2026-06', 8_0000]]),
      ],
      Q3,
      policy,
    );
    expect(accounts.get('economy')).toMatchObject({
      ...{ centipoints: 80_00, countedPercent: 30 },
      missing: [{ indicatorId: 'capital', weightPercent: 70 }],
    });
  });

  it('leaves out a department without any result, which is no sample and not zero', () => {
    const accounts = accountsOf(
      [
        indicator('growth', owned('economy', 100), []),
        indicator('bad', owned('construction', 100), [['2026-09', 1_0000]]),
      ],
      Q3,
      policy,
    );
    expect(accounts.has('economy')).toBe(false);
    expect(accounts.get('construction')?.centipoints).toBe(0);
  });

  it('lets what is above the target make up for another, up to 100 in all', () => {
    const stretch = { stretch: 10_0000 };
    const both = (value: number) =>
      accountsOf(
        [
          indicator('one', { ...owned('economy', 50), ...stretch }, [['2026-09', 10_0000]]),
          indicator('two', owned('economy', 50), [['2026-09', value]]),
        ],
        Q3,
        policy,
      ).get('economy')?.centipoints;
    expect(both(7_0000)).toBe(95_00);
    expect(both(8_0000)).toBe(100_00);
  });

  it('gives each owner of a shared indicator its own weight', () => {
    const owners = [
      { departmentId: 'economy', weight: 50 },
      { departmentId: 'construction', weight: 10 },
    ];
    const accounts = accountsOf([indicator('shared', { owners }, [['2026-09', 7_0000]])], Q3, policy);
    expect(accounts.get('economy')?.lines[0]?.weightPercent).toBe(50);
    expect(accounts.get('construction')).toMatchObject({ centipoints: 80_00, countedPercent: 10 });
  });
});

it('knows the months of a period that begins on the 19th by the one they end in', () => {
  const period = { firstDay: '2026-06-19', lastDay: '2026-09-18' };
  expect(['2026-06', '2026-07', '2026-09', '2026-10'].map((month) => isMonthOf(month, period))).toEqual([
    ...[false, true, true, false],
  ]);
  expect(['2026-06', '2026-07', '2026-09', '2026-10'].map((month) => isMonthOf(month, Q3))).toEqual([
    ...[false, true, true, false],
  ]);
});

describe('a retired indicator', () => {
  const retired = (from: string): IndicatorInForce => ({
    ...indicator('growth', owned('economy', 60), [['2026-07', 7_0000]]),
    retired: { from, reason: '职能划转', at: '2026-08-03T01:00:00.000Z', by: 'a' },
  });
  const other = indicator('capital', owned('economy', 40), [['2026-09', 8_0000]]);
  const Q4 = { firstDay: '2026-10-01', lastDay: '2026-12-31' };

  it('counts with its last result in the period it was used in', () => {
    const account = accountsOf([retired('2026-08'), other], Q3, policy).get('economy');
    expect(account).toMatchObject({ centipoints: 88_00, countedPercent: 100, missing: [] });
  });

  it('is neither a line nor missing in a period it was not used in', () => {
    const late = indicator('capital', owned('economy', 40), [['2026-12', 8_0000]]);
    const before = accountsOf([retired('2027-01'), late], Q4, policy).get('economy');
    expect(before?.missing).toMatchObject([{ indicatorId: 'growth', weightPercent: 60 }]);
    const account = accountsOf([retired('2026-10'), late], Q4, policy).get('economy');
    expect(account).toMatchObject({ centipoints: 100_00, countedPercent: 40, missing: [] });
  });
});
