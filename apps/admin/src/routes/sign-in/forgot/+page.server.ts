import { askPasswordReset } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { getLocale } from '@bihuan/ui/runtime';
import { redirect } from '@sveltejs/kit';
import { clientAddress } from '#lib/server/client-address.ts';
import { formInput } from '#lib/server/form-input.ts';
import { theHouse } from '#lib/server/house.ts';
import { sendBack } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ isAsked: url.searchParams.has('asked') });

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const words = {
      locale: getLocale(),
      subject: m.factor_reset_mail_subject(),
      mail: m.factor_reset_mail({ link: '{link}' }),
    };
    const result = await askPasswordReset(event.locals.house, formInput(form), words, {
      address: clientAddress(event),
      linkOf: (token) => new URL(`/sign-in/reset?t=${token}`, theHouse().env.ADMIN_URL).href,
    });
    if (!result.ok) return sendBack(event, form, result);
    redirect(303, '/sign-in/forgot?asked');
  },
};
