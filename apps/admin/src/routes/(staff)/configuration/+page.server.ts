import { applyConfiguration, listConfigurationChanges, weighConfiguration } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { error } from '@sveltejs/kit';
import { formInput } from '#lib/server/form-input.ts';
import { actorOf, sendBack, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

const MOST_BYTES = 2_000_000;

export const load: PageServerLoad = async (event) => {
  const actor = actorOf(event);
  if (!actor.roles.includes('system_admin')) error(404);
  const changes = await listConfigurationChanges(event.locals.house, actor, {});
  return { title: m.conf_configuration(), changes: valueOf(changes) };
};

export const actions: Actions = {
  weigh: async (event) => {
    const form = await event.request.formData();
    const file = form.get('file');
    if (file instanceof File && file.size > 0 && file.size <= MOST_BYTES) form.set('text', await file.text());
    const weighed = await weighConfiguration(event.locals.house, actorOf(event), formInput(form));
    if (!weighed.ok) return sendBack(event, form, weighed);
    const text = form.get('text');
    return {
      ...{
        action: 'weigh',
        values: { text: typeof text === 'string' ? text : '' },
        fields: {},
        refusal: null,
      },
      weighed: weighed.value,
    };
  },
  apply: (event) =>
    submitForm(event, applyConfiguration, { then: '/configuration', flash: 'configuration_applied' }),
};
