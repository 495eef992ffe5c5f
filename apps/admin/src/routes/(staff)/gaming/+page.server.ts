import { decideGaming, listGaming } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { house } = event.locals;
  const actor = actorOf(event);
  const status = event.url.searchParams.get('status') === 'decided' ? 'decided' : 'open';
  return {
    title: m.views_gaming(),
    status,
    signals: valueOf(await listGaming(house, actor, { status })),
    mayDecide: actor.roles.includes('appraisal_admin'),
    opensComplaints: actor.roles.includes('auditor'),
  };
};

export const actions: Actions = {
  decide: (event) => submitForm(event, decideGaming, { then: '/gaming', flash: 'saved' }),
};
