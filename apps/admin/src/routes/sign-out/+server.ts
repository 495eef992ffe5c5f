import { signOut } from '@bihuan/api';
import { redirect } from '@sveltejs/kit';
import { theHouse } from '#lib/server/house.ts';
import { setFlash } from '#lib/server/flash-cookie.ts';
import { dropSessionCookie } from '#lib/server/session-cookie.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, cookies }) => {
  if (locals.sessionId !== undefined) await signOut(theHouse().house, locals.sessionId);
  dropSessionCookie(cookies);
  setFlash(cookies, 'signed_out');
  redirect(303, '/sign-in');
};
