import { openItem } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { error } from '@sveltejs/kit';
import { actorOf, submitForm } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { roles } = actorOf(event);
  if (!roles.includes('triage_admin') && !roles.includes('leader')) error(404);
  return { title: m.supervision_open_item() };
};

export const actions: Actions = {
  default: (event) =>
    submitForm(event, openItem, { then: ({ itemId }) => `/supervision/${itemId}`, flash: 'item_opened' }),
};
