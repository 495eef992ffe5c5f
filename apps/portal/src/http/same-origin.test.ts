import { describe, expect, it } from 'vitest';
import { isSameOrigin } from './same-origin.ts';

const PORTAL = 'https://portal.example.gov.cn';
const post = (headers: Record<string, string>) =>
  new Request('http://127.0.0.1:4321/track', { method: 'POST', headers });

describe('isSameOrigin', () => {
  it.each([
    [{ origin: PORTAL, host: '10.0.0.3:4321' }],
    [{ origin: 'http://127.0.0.1:4321', host: '127.0.0.1:4321' }],
    [{ origin: 'https://other.name', host: 'other.name' }],
  ])('takes a post of our own pages %j', (headers) => {
    expect(isSameOrigin(post(headers), PORTAL)).toBe(true);
  });

  it.each([
    [{ origin: 'https://evil.example', host: 'portal.example.gov.cn' }],
    [{ origin: 'https://portal.example.gov.cn.evil.example', host: 'portal.example.gov.cn' }],
    [{ origin: 'null', host: 'portal.example.gov.cn' }],
    [{ host: 'portal.example.gov.cn' }],
  ])('refuses everything else %j', (headers) => {
    expect(isSameOrigin(post(headers), PORTAL)).toBe(false);
  });

  it('lets reading alone', () => {
    expect(isSameOrigin(new Request('http://127.0.0.1:4321/'), PORTAL)).toBe(true);
  });
});
