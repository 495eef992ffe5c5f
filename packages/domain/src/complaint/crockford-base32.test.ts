import { expect, it, test } from 'vitest';
import { CROCKFORD_BASE32, encodeCrockford, foldCrockford, isCrockford } from './crockford-base32.ts';

it('gives each character to eight of the 256 bytes', () => {
  const text = encodeCrockford(
    Uint8Array.from({ length: 256 }, (_, byte) => byte),
    256,
  );
  const counts = Array.from(CROCKFORD_BASE32, (character) => text.split(character).length - 1);
  expect(counts).toEqual(new Array(32).fill(8));
});

it('leaves out I, L, O and U', () => {
  expect(CROCKFORD_BASE32).toBe('0123456789ABCDEFGHJKMNPQRSTVWXYZ');
});

it('takes the first bytes and needs enough of them', () => {
  expect(encodeCrockford(Uint8Array.of(0, 31, 32, 255, 10, 7), 5)).toBe('0Z0ZA');
  expect(() => encodeCrockford(Uint8Array.of(1, 2), 3)).toThrow(RangeError);
});

test.each([
  ['7k2m-9q', '7K2M9Q'],
  [' 7K2M 9Q\n', '7K2M9Q'],
  ['７Ｋ２ｍ－９ｑ', '7K2M9Q'],
  ['7K2M\u20119Q', '7K2M9Q'],
  ['7K2M—9Q', '7K2M9Q'],
  ['7K2M\u200B9\u00ADQ', '7K2M9Q'],
  ['7K2M\u22129Q\u3000', '7K2M9Q'],
  ['oOiIlL', '001111'],
  ['ｏＩｌ', '011'],
  ['U?', 'U?'],
  ['0'.repeat(65), ''],
])('folds %j to %j', (text, folded) => {
  expect(foldCrockford(text)).toBe(folded);
});

it('knows its own characters', () => {
  expect(isCrockford('0123456789ABCDEFGHJKMNPQRSTVWXYZ')).toBe(true);
  expect([...'ILOUaz-*'].map(isCrockford)).toEqual(new Array(8).fill(false));
});
