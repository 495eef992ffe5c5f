import { draftIndicator, readIndicatorForm } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const asked = event.url.searchParams.get('year') ?? '';
  return {
    title: m.indicator_new(),
    choices: valueOf(await readIndicatorForm(event.locals.house, actorOf(event), {})),
    year: /^20\d\d$/.test(asked) ? asked : event.locals.house.now().slice(0, 4),
  };
};

export const actions: Actions = {
  default: (event) =>
    submitForm(event, draftIndicator, {
      then: ({ indicatorId }) => `/indicators/${indicatorId}`,
      flash: 'indicator_drafted',
    }),
};
