import type { Cookies } from '@sveltejs/kit';
import { guardedName, isHttps } from './guarded-cookie.ts';

/** Holds the id of the person in whose place somebody acts. What it may do is asked anew with each request. */
const name = () => guardedName('acting_for', '/');

export function actingForOf(cookies: Cookies): string | undefined {
  return cookies.get(name());
}

export function setActingFor(cookies: Cookies, staffId: string): void {
  cookies.set(name(), staffId, attributes());
}

export function dropActingFor(cookies: Cookies): void {
  cookies.delete(name(), attributes());
}

function attributes() {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: isHttps() } as const;
}
