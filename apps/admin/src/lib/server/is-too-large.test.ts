import { expect, test } from 'vitest';
import { isTooLarge } from './is-too-large.ts';

const asked = (address: string, headers: Record<string, string>, method = 'POST') => {
  const url = new URL(address, 'http://office.test');
  return isTooLarge(new Request(url, { method, headers }), url);
};

test('only uploads of files may be large', () => {
  const large = { 'content-length': '600000' };
  expect(asked('/complaints/1?/accept', large)).toBe(true);
  expect(asked('/complaints/1?/attach', large)).toBe(false);
  expect(asked('/supervision/1?/attach&of=measure&ref=a-1', large)).toBe(false);
  expect(asked('/supervision/1?/sign&of=measure&ref=a-1', large)).toBe(true);
  expect(asked('/complaints/1/notice?/attach', large)).toBe(true);
  expect(asked('/complaints/1?/accept', { 'content-length': '5000' })).toBe(false);
  expect(asked('/complaints/1?/accept', { 'transfer-encoding': 'chunked' })).toBe(true);
  expect(asked('/complaints', {}, 'GET')).toBe(false);
});
