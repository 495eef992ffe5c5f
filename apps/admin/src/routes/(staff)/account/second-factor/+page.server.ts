import {
  beginOwnSecondFactor,
  confirmOwnSecondFactor,
  readOwnSecondFactor,
  removeOwnSecondFactor,
  renewRecoveryCodes,
} from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, submitForm, valueOf } from '#lib/server/run-use-case.ts';
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
    const { codes } = valueOf(await renewRecoveryCodes(event.locals.house, actorOf(event)));
    return { action: 'codes', values: {}, fields: {}, refusal: null, codes };
  },
};
