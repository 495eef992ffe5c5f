import type { Cookies } from '@sveltejs/kit';
import { flashSentence, type FlashCode } from './flash-sentence.ts';
import { guardedName, isHttps } from './guarded-cookie.ts';

const cookie = () => guardedName('flash', '/');
const place = () => ({ path: '/', httpOnly: true, sameSite: 'lax', secure: isHttps() }) as const;

/** Says one thing on the next page that is shown. */
export function setFlash(cookies: Cookies, code: FlashCode): void {
  cookies.set(cookie(), code, { ...place(), maxAge: 30 });
}

/** What the last form left to say, as a sentence; gone after it was taken. */
export function takeFlash(cookies: Cookies): string | null {
  const sentence = flashSentence(cookies.get(cookie()));
  if (sentence !== null) cookies.delete(cookie(), place());
  return sentence;
}
