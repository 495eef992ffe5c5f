import { listCards, listDepartments } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { redirect } from '@sveltejs/kit';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import type { PageServerLoad } from './$types';

const FILTERS = ['status', 'colour', 'departmentId'] as const;

export const load: PageServerLoad = async (event) => {
  const { url, locals } = event;
  const actor = actorOf(event);
  const read = (name: string) => url.searchParams.get(name) ?? '';
  const asked = Object.fromEntries(FILTERS.map((name) => [name, read(name)]));
  const list = await listCards(locals.house, actor, { ...asked, after: read('after') });
  if (!list.ok && list.kind === 'bad_input') redirect(303, url.pathname);
  const departments = valueOf(await listDepartments(locals.house, actor));
  return {
    title: m.card_title(),
    list: valueOf(list),
    asked,
    departments: departments.filter(({ kind }) => kind === 'department'),
  };
};
