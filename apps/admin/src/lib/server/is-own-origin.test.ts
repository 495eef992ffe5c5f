import { expect, it } from 'vitest';
import { isOwnOrigin } from './is-own-origin.ts';

const ADMIN = new URL('https://admin.example');

function post(headers: Record<string, string>): Request {
  return new Request('https://admin.example/sign-in', { method: 'POST', headers });
}

it('lets reading pass from anywhere', () => {
  expect(isOwnOrigin(new Request('https://admin.example/inbox'), ADMIN)).toBe(true);
});

it.each([
  [{ origin: 'https://admin.example' }, true],
  [{ origin: 'http://127.0.0.1:4322', host: '127.0.0.1:4322' }, true],
  [{ 'sec-fetch-site': 'same-origin' }, true],
  [{ origin: 'https://evil.example', host: 'admin.example' }, false],
  [{ origin: 'null', host: 'admin.example' }, false],
  [{ 'sec-fetch-site': 'cross-site' }, false],
  [{}, false],
])('judges a form with %j: %j', (headers, expected) => {
  expect(isOwnOrigin(post(headers), ADMIN)).toBe(expected);
});
