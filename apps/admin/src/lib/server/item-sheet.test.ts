import { expect, it } from 'vitest';
import { csvCell } from '@bihuan/api';

it.each([
  ['=1+1', `"'=1+1"`],
  ['+86', `"'+86"`],
  ['-2', `"'-2"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['\tx', `"'\tx"`],
  ['说“不行”,"等"', '"说“不行”,""等"""'],
  [-2, '-2'],
])('writes %j as %s', (cell, text) => {
  expect(csvCell(cell)).toBe(text);
});
