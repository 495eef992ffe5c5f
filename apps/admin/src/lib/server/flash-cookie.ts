import type { Cookies } from '@sveltejs/kit';
import { asFlash, type FlashCode } from '../flash-sentence.ts';

const COOKIE = 'flash';

/** Says one thing on the next page that is shown. */
export function setFlash(cookies: Cookies, code: FlashCode): void {
  cookies.set(COOKIE, code, { path: '/', httpOnly: true, sameSite: 'lax', secure: false, maxAge: 30 });
}

/** What the last form left to say; gone after it was taken. */
export function takeFlash(cookies: Cookies): FlashCode | null {
  const code = asFlash(cookies.get(COOKIE));
  if (code !== null) cookies.delete(COOKIE, { path: '/', secure: false });
  return code;
}
