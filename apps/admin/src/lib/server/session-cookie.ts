import type { Cookies } from '@sveltejs/kit';
import { theHouse } from './house.ts';

const NAME = 'bihuan_session';

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

function attributes() {
  const secure = theHouse().env.ADMIN_URL.protocol === 'https:';
  return { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
}
