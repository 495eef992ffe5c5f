import { isResetOpen, resetPassword } from '@bihuan/api';
import { redirect } from '@sveltejs/kit';
import { setFlash } from '#lib/server/flash-cookie.ts';
import { formInput } from '#lib/server/form-input.ts';
import { sendBack } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals }) => {
  const token = url.searchParams.get('t') ?? '';
  return { token, isOpen: await isResetOpen(locals.house, token) };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const token = event.url.searchParams.get('t') ?? '';
    const result = await resetPassword(event.locals.house, { ...formInput(form), token });
    if (!result.ok) return sendBack(event, form, result);
    setFlash(event.cookies, 'password_reset');
    redirect(303, '/sign-in');
  },
};
