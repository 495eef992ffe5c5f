import type { Cookies } from '@sveltejs/kit';
import { theHouse } from './house.ts';

const NAME = 'bihuan_session';
const HALF = 'bihuan_half';

/** Ends with the browser; the session itself ends sooner. */
export function setSessionCookie(cookies: Cookies, sessionId: string): void {
  cookies.set(NAME, sessionId, attributes());
}

export function sessionIdOf(cookies: Cookies): string | undefined {
  return cookies.get(NAME);
}

export function dropSessionCookie(cookies: Cookies): void {
  cookies.delete(NAME, attributes());
}

/** For whoever has given the password and not yet the second factor. */
export function setHalfCookie(cookies: Cookies, halfId: string): void {
  cookies.set(HALF, halfId, { ...attributes(), path: '/sign-in', sameSite: 'strict', maxAge: 600 });
}

export function halfIdOf(cookies: Cookies): string | undefined {
  return cookies.get(HALF);
}

export function dropHalfCookie(cookies: Cookies): void {
  cookies.delete(HALF, { ...attributes(), path: '/sign-in', sameSite: 'strict' });
}

function attributes() {
  const secure = theHouse().env.ADMIN_URL.protocol === 'https:';
  return { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
}
