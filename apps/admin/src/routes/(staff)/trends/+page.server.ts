import { listDepartments, readTrends } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { redirect } from '@sveltejs/kit';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import type { PageServerLoad } from './$types';

const FILTERS = ['unit', 'by', 'departmentId', 'category', 'at'] as const;

export const load: PageServerLoad = async (event) => {
  const { locals, url } = event;
  const actor = actorOf(event);
  const asked = Object.fromEntries(FILTERS.map((name) => [name, url.searchParams.get(name) ?? '']));
  const said = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''));
  const trends = await readTrends(locals.house, actor, said);
  if (!trends.ok && trends.kind === 'bad_input') redirect(303, url.pathname);
  const departments = valueOf(await listDepartments(locals.house, actor)).filter(
    ({ kind }) => kind === 'department',
  );
  return { title: m.views_trends(), trends: valueOf(trends), departments, asked };
};
