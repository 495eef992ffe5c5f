import { describe, expect, it, test } from 'vitest';
import { aMonthSnapshot } from '../testing/a-bulletin.ts';
import { faultOfText, fillText, MONTH_VARIABLES, officialDay, textValues } from './bulletin-text.ts';

describe('faultOfText', () => {
  test.each([
    ['complaints', '本月受理诉求{filed}件，其中网上{filed_portal}件。', null],
    ['complaints', '本月受理诉求12件。', 'figure_typed'],
    ['cards', '发出黄牌 3 张', 'figure_typed'],
    ['supervision', '按期销号率为９０．５％。', 'figure_typed'],
    ['next_steps', '各部门要在5个工作日内拿出3项举措。', null],
    ['opening', '{filled}', 'unknown_variable'],
    ['opening', '{filed', 'stray_brace'],
    ['opening', '', null],
    ['title', '', 'required'],
    ['title', '通'.repeat(81), 'too_long'],
  ] as const)('%s: %s', (key, text, fault) => {
    expect(faultOfText(key, text, MONTH_VARIABLES)).toBe(fault);
  });
});

it('fills in what the snapshot holds, with the dates as official papers write them', () => {
  const values = textValues(aMonthSnapshot({ filed: 12, items_struck_off: 3, items_on_time: 2 }));
  expect(
    fillText('{year}年{month}月：{filed}件，按期率{on_time_rate}，满意率{satisfaction_rate}', values),
  ).toBe('2026年10月：12件，按期率66.7%，满意率—');
  expect(values).toMatchObject({
    first_day: '2026年10月1日',
    last_day: '2026年10月31日',
    cut_day: '2026年11月2日',
  });
});

it('writes a day without leading noughts', () => {
  expect(officialDay('2026-01-08')).toBe('2026年1月8日');
});
