import { expect, test } from 'vitest';
import { mustHaveSecondFactor, readCode, recoveryCodeOf } from './second-factor.ts';

test('clerks alone may sign in by a password where the second factor is required', () => {
  expect(mustHaveSecondFactor('required', ['clerk'])).toBe(false);
  expect(mustHaveSecondFactor('required', ['triage_admin'])).toBe(true);
  expect(mustHaveSecondFactor('required', ['clerk', 'leader'])).toBe(true);
  expect(mustHaveSecondFactor('offered', ['system_admin'])).toBe(false);
});

test('a code is read as people type it', () => {
  expect(readCode('123 456')).toEqual({ kind: 'app', code: '123456' });
  expect(readCode('１２３４５６')).toEqual({ kind: 'app', code: '123456' });
  expect(readCode('abcde-23456')).toEqual({ kind: 'recovery', code: 'ABCDE23456' });
  expect(readCode('12345')).toBeNull();
  expect(readCode('abcde-0oi1l')).toBeNull();
  expect(readCode('')).toBeNull();
});

test('a recovery code is ten letters in two groups, and can be typed', () => {
  const code = recoveryCodeOf(Uint8Array.from([0, 31, 32, 255, 8, 1, 2, 3, 4, 5]));
  expect(code).toBe('2Z2ZA-34567');
  expect(readCode(code)).toEqual({ kind: 'recovery', code: '2Z2ZA34567' });
});
