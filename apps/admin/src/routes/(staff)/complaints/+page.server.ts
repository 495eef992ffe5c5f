import { listComplaints, listDepartments } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import type { PageServerLoad } from './$types';

const FILTERS = ['status', 'leadDepartmentId', 'channel', 'text', 'order'] as const;

export const load: PageServerLoad = async (event) => {
  const { locals, url } = event;
  const actor = actorOf(event);
  const asked = Object.fromEntries(FILTERS.map((name) => [name, url.searchParams.get(name) ?? '']));
  const list = await listComplaints(locals.house, actor, {
    ...asked,
    after: url.searchParams.get('after') ?? '',
  });
  // A filter that was tampered with lists what is open.
  const shown = list.ok || list.kind === 'refusal' ? list : await listComplaints(locals.house, actor, {});
  const departments = valueOf(await listDepartments(locals.house, actor)).filter(
    ({ kind }) => kind === 'department',
  );
  return { title: m.admin_nav_complaints(), list: valueOf(shown), departments, asked };
};
