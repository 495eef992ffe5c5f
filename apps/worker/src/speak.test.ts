import { expect, it } from 'vitest';
import { speak } from './speak.ts';

const due = { date: '2026-10-13', half: 'pm', provisional: false } as const;

it('says by when, to the half-day, and that a date may move', () => {
  expect(speak.due(due, 'zh-CN')).toBe('2026年10月13日星期二（含当日）前');
  expect(speak.due({ ...due, half: 'am' }, 'zh-CN')).toBe('2026年10月13日星期二中午12:00前');
  expect(speak.due({ ...due, half: 'am' }, 'en')).toBe('by noon on Tuesday, 13 October 2026');
  expect(speak.due({ ...due, provisional: true }, 'zh-CN')).toBe(
    '2026年10月13日星期二（含当日）前（该年度放假安排公布后可能调整）',
  );
});

it('says days and reasons in the language of the reader', () => {
  expect(speak.day('2026-10-26', 'en')).toBe('Monday, 26 October 2026');
  expect(speak.declineReason('court', 'zh-CN')).toMatch(/法院|诉讼/);
  expect(speak.declineReason('court', 'en')).toMatch(/court/i);
});
