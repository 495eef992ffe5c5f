import type { Cookies } from '@sveltejs/kit';
import { asFlash, type FlashCode } from '../flash-sentence.ts';
import { guardedName, isHttps } from './guarded-cookie.ts';

const cookie = () => guardedName('flash', '/');
const place = () => ({ path: '/', httpOnly: true, sameSite: 'lax', secure: isHttps() }) as const;

/** Says one thing on the next page that is shown. */
export function setFlash(cookies: Cookies, code: FlashCode): void {
  cookies.set(cookie(), code, { ...place(), maxAge: 30 });
}

/** What the last form left to say; gone after it was taken. */
export function takeFlash(cookies: Cookies): FlashCode | null {
  const code = asFlash(cookies.get(cookie()));
  if (code !== null) cookies.delete(cookie(), place());
  return code;
}
