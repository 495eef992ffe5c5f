import { listCategories, listQuestionEntries, saveQuestionEntry } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { house } = event.locals;
  const actor = actorOf(event);
  const entries = valueOf(await listQuestionEntries(house, actor));
  return {
    title: m.conf_entries(),
    entries,
    categories: (await listCategories(house)).filter(({ parent }) => parent === null),
    mayChange: actor.roles.some((role) => role === 'system_admin' || role === 'triage_admin'),
  };
};

export const actions: Actions = {
  save: (event) => submitForm(event, saveQuestionEntry, { then: '/questions', flash: 'saved' }),
};
