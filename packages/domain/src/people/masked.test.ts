import { expect, test } from 'vitest';
import { isMasked } from './masked.ts';

test.each(['138****8000', '欧**', 'p***@example.org', '欧＊＊', '138●●●●8000', '*'])(
  '%s is masked',
  (value) => {
    expect(isMasked(value)).toBe(true);
  },
);

test.each(['13800138000', '欧阳反映', '阿卜杜拉·买买提', 'p@example.org', ''])('%j is not', (value) => {
  expect(isMasked(value)).toBe(false);
});
