import { planInspection, readPlanningChoices } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: m.inspection_plan(),
  choices: valueOf(await readPlanningChoices(event.locals.house, actorOf(event))),
});

export const actions: Actions = {
  default: (event) =>
    submitForm(event, planInspection, {
      then: ({ inspectionId }) => `/inspections/${inspectionId}`,
      flash: 'inspection_planned',
    }),
};
