import {
  beginOwnSecondFactor,
  confirmOwnSecondFactor,
  readOwnSecondFactor,
  removeOwnSecondFactor,
  renewRecoveryCodes,
} from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { formInput } from '#lib/server/form-input.ts';
import { actorOf, sendBack, submitForm } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

const HERE = '/account/second-factor';

export const load: PageServerLoad = async (event) => ({
  title: m.factor_title(),
  factor: await readOwnSecondFactor(event.locals.house, actorOf(event)),
});

export const actions: Actions = {
  begin: (event) => submitForm(event, beginOwnSecondFactor, { then: HERE }),
  confirm: (event) => submitForm(event, confirmOwnSecondFactor, { then: HERE, flash: 'factor_set_up' }),
  remove: (event) => submitForm(event, removeOwnSecondFactor, { then: '/account', flash: 'factor_removed' }),
  /** Shown in the answer alone: they are not kept as they are. */
  codes: async (event) => {
    const form = await event.request.formData();
    const made = await renewRecoveryCodes(event.locals.house, actorOf(event), formInput(form));
    if (!made.ok) return sendBack(event, form, made);
    return { action: 'codes', values: {}, fields: {}, refusal: null, codes: made.value.codes };
  },
};
