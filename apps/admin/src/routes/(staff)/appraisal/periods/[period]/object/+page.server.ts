import { objectToSheet, readObjectionable } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { periodText } from '#lib/appraisal/period-text.ts';
import { actorOf, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { period } = event.params;
  return {
    title: m.period_sheet_object_title({ period: periodText(period) }),
    period,
    line: event.url.searchParams.get('line') ?? '',
    choice: valueOf(await readObjectionable(event.locals.house, actorOf(event), { period })),
  };
};

export const actions = {
  default: (event) =>
    submitForm(event, objectToSheet, {
      then: `/appraisal/periods/${event.params.period}`,
      flash: 'sheet_objected',
      extra: { period: event.params.period, departmentId: actorOf(event).departmentId },
    }),
} satisfies Actions;
