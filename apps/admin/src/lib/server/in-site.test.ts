import { expect, it } from 'vitest';
import { inSite } from './in-site.ts';

it.each(['/inbox', '/complaints?status=any&after=x', '/walk-in/6f1c'])('goes on to %s', (next) => {
  expect(inSite(next)).toBe(next);
});

it.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  'javascript:alert(1)',
  '/a\nb',
  '',
  null,
])('goes to the inbox instead of %j', (next) => {
  expect(inSite(next)).toBe('/inbox');
});
