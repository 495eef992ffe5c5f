import { listPeriods, openPeriodSheet, type ChangedSheet } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: m.period_sheet_title(),
  list: valueOf(await listPeriods(event.locals.house, actorOf(event))),
});

export const actions = {
  open: (event) =>
    submitForm(event, openPeriodSheet, {
      then: ({ period }: ChangedSheet) => `/appraisal/periods/${period}`,
      flash: 'sheet_opened',
    }),
} satisfies Actions;
