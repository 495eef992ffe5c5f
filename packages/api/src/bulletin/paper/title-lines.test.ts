import { expect, test } from 'vitest';
import { titleLines } from './title-lines.ts';

test.each([
  ['关于窗口服务的通报', ['关于窗口服务的通报']],
  [
    '关于2026年10月“办不成事”诉求办理和督查督办情况的通报',
    ['关于2026年10月“办不成事”', '诉求办理和督查督办情况的通报'],
  ],
  ['关于窗口一次性告知执行情况专项督查的报告', ['关于窗口一次性告知执行情况', '专项督查的报告']],
  ['关于DB-2026-YDWAB7号督办事项有关情况的专报', ['关于DB-2026-YDWAB7号', '督办事项有关情况的专报']],
])('%s', (title, lines) => {
  expect(titleLines(title)).toEqual(lines);
});

test('a title without such a place is broken between words, one of three lines is left to flow', () => {
  const lines = titleLines('开发区管委会办公室印发企业开办一件事改革实施方案通知');
  expect(lines).toHaveLength(2);
  expect(lines.join('')).toBe('开发区管委会办公室印发企业开办一件事改革实施方案通知');
  expect(titleLines('甲'.repeat(40))).toEqual(['甲'.repeat(40)]);
});
