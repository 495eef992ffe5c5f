import { correctLine, readCorrectable } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { period } = event.params;
  const departmentId = event.url.searchParams.get('department') ?? undefined;
  return {
    title: m.period_sheet_do_correct_line(),
    period,
    choice: valueOf(await readCorrectable(event.locals.house, actorOf(event), { period, departmentId })),
  };
};

export const actions = {
  correct: (event) =>
    submitForm(event, correctLine, {
      then: `/appraisal/periods/${event.params.period}`,
      flash: 'sheet_corrected',
      extra: { period: event.params.period },
    }),
} satisfies Actions;
