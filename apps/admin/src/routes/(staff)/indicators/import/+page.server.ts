import { bringResults, importResults, readIndicatorForm } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, sendBack, valueOf } from '#lib/server/run-use-case.ts';
import { formInput } from '#lib/server/form-input.ts';
import { uploadOf } from '#lib/server/upload-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  valueOf(await readIndicatorForm(event.locals.house, actorOf(event), {}));
  return { title: m.indicator_import() };
};

export const actions = {
  try: async (event) => {
    const brought = await bringResults(event.locals.house, actorOf(event), uploadOf(event.request));
    if (!brought.ok) return sendBack(event, new FormData(), brought);
    return { taken: brought.value, text: brought.value.text, isDone: false };
  },
  take: async (event) => {
    const form = await event.request.formData();
    const taken = await importResults(event.locals.house, actorOf(event), formInput(form));
    if (!taken.ok) return sendBack(event, form, taken);
    return { taken: taken.value, text: '', isDone: true };
  },
} satisfies Actions;
