import {
  listConfigurationChanges,
  listSiteMessages,
  publishSiteMessage,
  withdrawSiteMessage,
} from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { house } = event.locals;
  const actor = actorOf(event);
  return {
    title: m.conf_site_messages(),
    messages: valueOf(await listSiteMessages(house, actor)),
    changes: valueOf(await listConfigurationChanges(house, actor, { subjects: ['site_message'] })),
    mayChange: actor.roles.includes('system_admin'),
  };
};

export const actions: Actions = {
  publish: (event) => submitForm(event, publishSiteMessage, { then: '/site-messages', flash: 'saved' }),
  withdraw: (event) => submitForm(event, withdrawSiteMessage, { then: '/site-messages', flash: 'saved' }),
};
