import { expect, it } from 'vitest';
import { clientAddress } from './client-address.ts';

const request = (forwarded?: string) =>
  new Request('http://x/', forwarded === undefined ? {} : { headers: { 'x-forwarded-for': forwarded } });

it('believes only what the trusted proxy added', () => {
  expect(clientAddress(request('1.1.1.1, 203.0.113.9'), '127.0.0.1', true)).toBe('203.0.113.9');
  expect(clientAddress(request('1.1.1.1'), '198.51.100.2', false)).toBe('198.51.100.2');
  expect(clientAddress(request(), '127.0.0.1', true)).toBe('127.0.0.1');
});
