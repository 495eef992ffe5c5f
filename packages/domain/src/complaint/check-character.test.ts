import { expect, it, test } from 'vitest';
import { checkCharacter } from './check-character.ts';
import { CROCKFORD_BASE32 } from './crockford-base32.ts';

const alphabet = [...CROCKFORD_BASE32];
const samples = [
  '260930000000',
  '2609307K2M9Q',
  '26093007ZABC',
  '261010HJKMNP',
  '2609301Z0000',
  '999999ZZZZZZ',
];

function isRight(checked: string): boolean {
  return checkCharacter(checked.slice(0, -1)) === checked.slice(-1);
}

test.each([
  ['260930000000', 'R'],
  ['2609307K2M9Q', 'E'],
  ['26093007ZABC', 'N'],
  ['261010HJKMNP', 'R'],
  ['2609301Z0000', 'S'],
])('of %s is %s', (text, check) => {
  expect(checkCharacter(text)).toBe(check);
});

it('finds every single wrong character, at every place', () => {
  const undetected: string[] = [];
  let tried = 0;
  for (const sample of samples) {
    const whole = sample + checkCharacter(sample);
    for (let place = 0; place < whole.length; place += 1) {
      for (const wrong of alphabet.filter((character) => character !== whole[place])) {
        const mistyped = whole.slice(0, place) + wrong + whole.slice(place + 1);
        tried += 1;
        if (isRight(mistyped)) undetected.push(mistyped);
      }
    }
  }
  expect(tried).toBe(6 * 13 * 31);
  expect(undetected).toEqual([]);
});

it('misses exactly one swap of neighbours in 496, whatever stands before them', () => {
  const missed = alphabet.map((before) => {
    const swaps: string[] = [];
    alphabet.forEach((a, n) => {
      for (const b of alphabet.slice(n + 1)) {
        if (checkCharacter(before + a + b) === checkCharacter(before + b + a)) swaps.push(a + b);
      }
    });
    return swaps.length;
  });
  expect(missed).toEqual(new Array(32).fill(1));
});

it('throws on a character outside the alphabet', () => {
  expect(() => checkCharacter('26093U')).toThrow(RangeError);
});
