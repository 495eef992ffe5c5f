import {
  actOnItems,
  chosenColumns,
  columnsFor,
  dropView,
  listItems,
  listViews,
  readListChoices,
  saveView,
  sharedActsFor,
} from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { redirect } from '@sveltejs/kit';
import { formInput } from '#lib/server/form-input.ts';
import { weighed } from '#lib/server/refused.ts';
import { actorOf, sendBack, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import { askedColumns, askedFilter, queryOf } from './list-filters.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { url, locals } = event;
  const actor = actorOf(event);
  event.depends('supervision:list');
  const { views, mayShare } = valueOf(await listViews(locals.house, actor));
  const first = views.find(({ isDefault }) => isDefault);
  // An address that asks for nothing begins where this person wants to; one that asks for anything is taken at its word.
  if (url.search === '' && first !== undefined && first.query !== '')
    redirect(303, `/supervision?${first.query}`);
  const asked = askedFilter(url.searchParams);
  const after = url.searchParams.get('after') ?? '';
  const list = await listItems(locals.house, actor, { ...asked, after });
  if (!list.ok && list.kind === 'bad_input') redirect(303, `${url.pathname}?status=`);
  return {
    title: m.supervision_title(),
    list: valueOf(list),
    ...{ asked, views, mayShare },
    query: String(queryOf(url.searchParams)),
    columns: chosenColumns(actor, askedColumns(url.searchParams)),
    offered: columnsFor(actor),
    acts: sharedActsFor(actor),
    choices: valueOf(await readListChoices(locals.house, actor)),
    mayOpen: actor.roles.includes('triage_admin') || actor.roles.includes('leader'),
  };
};

export const actions: Actions = {
  save_view: (event) =>
    submitForm(event, saveView, { then: ({ query }) => `/supervision?${query}`, flash: 'view_saved' }),
  drop_view: (event) => submitForm(event, dropView, { then: '/supervision?status=', flash: 'view_dropped' }),
  act: async (event) => {
    const form = await event.request.formData();
    const acted = await actOnItems(event.locals.house, actorOf(event), formInput(form));
    if (!acted.ok) return sendBack(event, form, acted);
    const { act, items } = acted.value;
    return {
      ...{ action: 'acted', values: {}, fields: {}, refusal: null },
      acted: { act, items: items.map(weighed) },
    };
  },
};
