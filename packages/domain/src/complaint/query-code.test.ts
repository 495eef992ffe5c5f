import { expect, it, test } from 'vitest';
import { normaliseQueryCode, queryCode } from './query-code.ts';

it('is three groups of four', () => {
  expect(queryCode(Uint8Array.of(7, 19, 2, 20, 9, 23, 0, 31, 32, 255, 10, 128))).toBe('7K2M-9Q0Z-0ZA0');
});

it('needs twelve random bytes', () => {
  expect(() => queryCode(new Uint8Array(11))).toThrow(RangeError);
  expect(queryCode(new Uint8Array(16))).toBe('0000-0000-0000');
});

test.each([
  '7K2M-9Q0Z-0ZA1',
  '7k2m9qozozal',
  ' 7K2M 9QOZ OZAI ',
  '７Ｋ２Ｍ－９Ｑ０Ｚ－０ＺＡ１',
  '7K2M–9Q0Z–0ZA1',
])('reads %j', (text) => {
  expect(normaliseQueryCode(text)).toBe('7K2M-9Q0Z-0ZA1');
});

test.each([
  '',
  '7K2M-9Q0Z-0ZA',
  '7K2M-9Q0Z-0ZA11',
  '7K2M-9Q0Z-0ZAU',
  '7K2M-9Q0Z-0ZA!',
  '查询码-7K2M-9Q0Z-0',
  `7K2M9Q0Z0ZA1${' '.repeat(60)}`,
])('gives null for %j', (text) => {
  expect(normaliseQueryCode(text)).toBeNull();
});
