import { createFirstAdmin, FIRST_OFFICES, isSetUp, signIn } from '@bihuan/api';
import { error, redirect } from '@sveltejs/kit';
import { m } from '@bihuan/ui/messages';
import { clientAddress } from '#lib/server/client-address.ts';
import { formInput } from '#lib/server/form-input.ts';
import { sendBack } from '#lib/server/run-use-case.ts';
import { setHalfCookie, setSessionCookie } from '#lib/server/session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  if (await isSetUp(locals.house)) error(404);
  return { title: m.admin_setup_title(), offices: FIRST_OFFICES };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals, request, cookies } = event;
    const form = await request.formData();
    const input = formInput(form);
    const made = await createFirstAdmin(locals.house, input);
    if (!made.ok) return sendBack(event, form, made);
    const from = { address: clientAddress(event), userAgent: request.headers.get('user-agent') ?? '' };
    const signedIn = await signIn(locals.house, input, from);
    // The first admin sets up an authenticator app before anything else.
    if (signedIn.ok && signedIn.value.step !== null) {
      setHalfCookie(cookies, signedIn.value.halfId);
      redirect(303, '/sign-in?next=/people');
    }
    if (signedIn.ok && signedIn.value.step === null) setSessionCookie(cookies, signedIn.value.sessionId);
    redirect(303, '/people');
  },
};
