import { listDepartments, listItems } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { redirect } from '@sveltejs/kit';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import { askedFilter } from './list-filters.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { url, locals } = event;
  const actor = actorOf(event);
  event.depends('supervision:list');
  const asked = askedFilter(url.searchParams);
  const after = url.searchParams.get('after') ?? '';
  const list = await listItems(locals.house, actor, { ...asked, after });
  if (!list.ok && list.kind === 'bad_input') redirect(303, url.pathname);
  const departments = valueOf(await listDepartments(locals.house, actor));
  return {
    title: m.supervision_title(),
    list: valueOf(list),
    asked,
    departments: departments.filter(({ kind }) => kind === 'department'),
    mayOpen: actor.roles.includes('triage_admin') || actor.roles.includes('leader'),
  };
};
