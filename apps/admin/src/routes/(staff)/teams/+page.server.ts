import { listCategories, listTeamChoices, listTeamPeople, nameForTeams } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { house } = event.locals;
  const actor = actorOf(event);
  const people = valueOf(await listTeamPeople(house, actor));
  const choices = await listTeamChoices(house, actor);
  return {
    title: m.team_title(),
    people,
    categories: await listCategories(house),
    /** Null where the reader names nobody. */
    choices: choices.ok ? choices.value : null,
  };
};

export const actions: Actions = {
  default: (event) => submitForm(event, nameForTeams, { then: '/teams', flash: 'saved' }),
};
