import { makeAnnualReport, readAnnualReports } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = actorOf(event);
  return {
    title: m.views_annual(),
    reports: valueOf(await readAnnualReports(event.locals.house, actor)),
    mayMake: actor.roles.includes('triage_admin') || actor.roles.includes('leader'),
  };
};

export const actions: Actions = {
  default: (event) => submitForm(event, makeAnnualReport, { then: '/trends/annual', flash: 'saved' }),
};
