import {
  grantIdentityAccess,
  listIdentityAccess,
  refuseIdentityAccess,
  revokeIdentityAccess,
} from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: m.firewall_title(),
  lists: valueOf(await listIdentityAccess(event.locals.house, actorOf(event))),
});

export const actions: Actions = {
  grant: (event) => submitForm(event, grantIdentityAccess, { then: '/identity', flash: 'access_granted' }),
  refuse: (event) => submitForm(event, refuseIdentityAccess, { then: '/identity', flash: 'access_refused' }),
  revoke: (event) => submitForm(event, revokeIdentityAccess, { then: '/identity', flash: 'access_revoked' }),
};
