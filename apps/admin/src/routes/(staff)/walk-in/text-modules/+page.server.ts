import { dropTextModule, keepTextModule, listTextModules } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

const HERE = '/walk-in/text-modules';

export const load: PageServerLoad = async (event) => ({
  title: m.hall_modules(),
  modules: valueOf(await listTextModules(event.locals.house, actorOf(event))),
});

export const actions: Actions = {
  keep: (event) => submitForm(event, keepTextModule, { then: HERE, flash: 'saved' }),
  drop: (event) => submitForm(event, dropTextModule, { then: HERE, flash: 'saved' }),
};
