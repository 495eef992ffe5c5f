import { endSubstitution, listSubstitutions, nameSubstitute } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: m.interface_substitutes(),
  ...valueOf(await listSubstitutions(event.locals.house, actorOf(event))),
});

export const actions: Actions = {
  name: (event) => submitForm(event, nameSubstitute, { then: '/substitutes', flash: 'substitute_named' }),
  end: (event) => submitForm(event, endSubstitution, { then: '/substitutes', flash: 'substitution_ended' }),
};
