import type { Cookies } from '@sveltejs/kit';
import { theHouse } from './house.ts';

/** Holds the id of the person in whose place somebody acts. What it may do is asked anew with each request. */
export const ACTING_FOR = 'acting_for';

export function setActingFor(cookies: Cookies, staffId: string): void {
  cookies.set(ACTING_FOR, staffId, attributes());
}

export function dropActingFor(cookies: Cookies): void {
  cookies.delete(ACTING_FOR, attributes());
}

function attributes() {
  const secure = theHouse().env.ADMIN_URL.protocol === 'https:';
  return { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;
}
