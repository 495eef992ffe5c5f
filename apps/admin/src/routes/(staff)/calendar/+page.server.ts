import {
  changeCalendarYear,
  listConfigurationChanges,
  readCalendarYear,
  weighCalendarYear,
} from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { formInput, typedValues } from '#lib/server/form-input.ts';
import { actorOf, sendBack, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

const MOST_BYTES = 200_000;

export const load: PageServerLoad = async (event) => {
  const { house } = event.locals;
  const actor = actorOf(event);
  const year = event.url.searchParams.get('year') ?? undefined;
  const changes = await listConfigurationChanges(house, actor, { subjects: ['calendar'] });
  return {
    title: m.conf_calendar(),
    calendar: valueOf(await readCalendarYear(house, actor, { year })),
    changes: changes.ok ? changes.value : null,
    mayChange: actor.roles.includes('system_admin'),
  };
};

export const actions: Actions = {
  weigh: async (event) => {
    const form = await event.request.formData();
    const file = form.get('file');
    if (file instanceof File && file.size > 0 && file.size <= MOST_BYTES) form.set('text', await file.text());
    const weighed = await weighCalendarYear(event.locals.house, actorOf(event), formInput(form));
    if (!weighed.ok) return sendBack(event, form, weighed);
    return {
      ...{ action: 'weigh', values: typedValues(form), fields: {}, refusal: null },
      weighed: weighed.value,
    };
  },
  change: (event) =>
    submitForm(event, changeCalendarYear, {
      then: ({ year }) => `/calendar?year=${year}`,
      flash: 'calendar_loaded',
    }),
};
