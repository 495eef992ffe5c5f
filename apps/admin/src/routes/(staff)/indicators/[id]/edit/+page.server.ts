import { editIndicator, readIndicatorForm } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const asked = { indicatorId: event.params.id };
  const choices = valueOf(await readIndicatorForm(event.locals.house, actorOf(event), asked));
  return { title: choices.needsReason ? m.indicator_revise() : m.indicator_edit(), choices };
};

export const actions: Actions = {
  default: (event) =>
    submitForm(event, editIndicator, {
      then: `/indicators/${event.params.id}`,
      flash: 'indicator_drafted',
      extra: { indicatorId: event.params.id },
    }),
};
