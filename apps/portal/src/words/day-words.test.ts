import { overwriteGetLocale } from '@bihuan/ui/runtime';
import { afterEach, describe, expect, it } from 'vitest';
import { dayWords, dueWords, momentWords, monthWords, periodWords, workingDaysWords } from './day-words.ts';

const TODAY = '2026-10-12';
const speak = (locale: 'zh-CN' | 'en') => overwriteGetLocale(() => locale);
afterEach(() => speak('zh-CN'));

describe('day words', () => {
  it('name the day in Chinese, with the year only where it is another', () => {
    speak('zh-CN');
    expect(dayWords('2026-10-13', TODAY)).toBe('10月13日（周二）');
    expect(dayWords('2027-01-04', TODAY)).toBe('2027年1月4日（周一）');
    expect(dueWords({ date: '2026-10-13', half: 'am', provisional: false }, TODAY)).toBe(
      '10月13日（周二）中午12点',
    );
    expect(dueWords({ date: '2026-10-13', half: 'pm', provisional: false }, TODAY)).toBe('10月13日（周二）');
    expect(monthWords('2026-10')).toBe('2026年10月');
    expect(periodWords('2026-Q4')).toBe('2026年第4季度');
  });

  it('name it in English', () => {
    speak('en');
    expect(dayWords('2026-10-13', TODAY)).toBe('Tue 13 Oct');
    expect(dayWords('2027-01-04', TODAY)).toBe('Mon 4 Jan 2027');
    expect(dueWords({ date: '2026-10-13', half: 'am', provisional: false }, TODAY)).toBe(
      '12 noon on Tue 13 Oct',
    );
    expect(monthWords('2026-10')).toBe('October 2026');
  });

  it('tell the time as clocks in Shanghai show it', () => {
    speak('zh-CN');
    expect(momentWords('2026-10-12T16:05:00.000Z', TODAY)).toBe('10月13日 00:05');
    expect(momentWords('2025-12-31T15:59:00.000Z', TODAY)).toBe('2025年12月31日 23:59');
  });

  it('count working days in halves, without a sign', () => {
    speak('zh-CN');
    expect([0.5, 1, -3, 1.5].map(workingDaysWords)).toEqual([
      '半个工作日',
      '1个工作日',
      '3个工作日',
      '1.5个工作日',
    ]);
  });
});
