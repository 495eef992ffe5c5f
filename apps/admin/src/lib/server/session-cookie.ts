import type { Cookies } from '@sveltejs/kit';
import { guardedName, isHttps } from './guarded-cookie.ts';

const session = () => guardedName('bihuan_session', '/');
const half = () => guardedName('bihuan_half', '/sign-in');

/** Ends with the browser; the session itself ends sooner. */
export function setSessionCookie(cookies: Cookies, sessionId: string): void {
  cookies.set(session(), sessionId, attributes());
}

export function sessionIdOf(cookies: Cookies): string | undefined {
  return cookies.get(session());
}

export function dropSessionCookie(cookies: Cookies): void {
  cookies.delete(session(), attributes());
}

/** For whoever has given the password and not yet the second factor. */
export function setHalfCookie(cookies: Cookies, halfId: string): void {
  cookies.set(half(), halfId, { ...attributes(), path: '/sign-in', sameSite: 'strict', maxAge: 600 });
}

export function halfIdOf(cookies: Cookies): string | undefined {
  return cookies.get(half());
}

export function dropHalfCookie(cookies: Cookies): void {
  cookies.delete(half(), { ...attributes(), path: '/sign-in', sameSite: 'strict' });
}

function attributes() {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isHttps() } as const;
}
