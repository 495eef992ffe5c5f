import { listContactLooks, listDepartments } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { locals, url } = event;
  const actor = actorOf(event);
  const typed = (name: string) => url.searchParams.get(name) ?? '';
  const filter = {
    departmentId: typed('departmentId'),
    from: typed('from'),
    to: typed('to'),
    number: typed('number'),
  };
  const log = await listContactLooks(locals.house, actor, { ...filter, after: typed('after') });
  // A filter that was tampered with lists everything.
  const shown = log.ok || log.kind === 'refusal' ? log : await listContactLooks(locals.house, actor, {});
  const departments = valueOf(await listDepartments(locals.house, actor));
  return { title: m.firewall_log_title(), log: valueOf(shown), departments, filter };
};
