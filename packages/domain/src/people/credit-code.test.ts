import { expect, it, test } from 'vitest';
import { isCreditCode } from './credit-code.ts';

test.each([
  '91350100M000100Y43',
  '914403001922038216',
  '91330100799655058B',
  '9144030071526726XG',
  '91110000802100433B',
  '91110000100005220B',
  '11100000000013338W',
])('takes %s', (code) => {
  expect(isCreditCode(code)).toBe(true);
});

test.each([
  '91350100M000100Y4Z',
  '914403001922038217',
  '914403001922038261',
  '91330100799655058b',
  '91330100799655058',
  '91330100799655058BB',
  ' 91330100799655058B',
  '91330100799655058B\n',
  '913301A0799655058B',
  '9I330100799655058B',
  '９１330100799655058B',
  '110101199003070118',
  '',
])('rejects %j', (code) => {
  expect(isCreditCode(code)).toBe(false);
});

it('finds every single wrong character', () => {
  const code = '91350100M000100Y43';
  const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
  const mistyped = Array.from(code, (character, place) =>
    alphabet
      .filter((wrong) => wrong !== character)
      .map((wrong) => code.slice(0, place) + wrong + code.slice(place + 1)),
  ).flat();
  expect(mistyped).toHaveLength(18 * 30);
  expect(mistyped.filter(isCreditCode)).toEqual([]);
});
