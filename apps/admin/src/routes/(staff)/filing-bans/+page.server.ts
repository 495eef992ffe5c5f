import { banAddress, liftBan, listAddressBans, nameWindowPhone } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

const then = '/filing-bans';

export const load: PageServerLoad = async (event) => ({
  title: m.ban_title(),
  ...valueOf(await listAddressBans(event.locals.house, actorOf(event))),
});

export const actions: Actions = {
  phone: (event) => submitForm(event, nameWindowPhone, { then, flash: 'window_phone_saved' }),
  ban: (event) => submitForm(event, banAddress, { then, flash: 'address_banned' }),
  lift: (event) => submitForm(event, liftBan, { then, flash: 'ban_lifted' }),
};
