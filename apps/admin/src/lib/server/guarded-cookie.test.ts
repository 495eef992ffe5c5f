import { expect, it } from 'vitest';
import { guardedName } from './guarded-cookie.ts';

it.each([
  ['/', true, '__Host-bihuan_session'],
  ['/sign-in', true, '__Secure-bihuan_session'],
  ['/', false, 'bihuan_session'],
])('names a cookie of %j, by https: %j, %j', (path, secure, name) => {
  expect(guardedName('bihuan_session', path, secure)).toBe(name);
});
