import { readOverview } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = actorOf(event);
  const overview = valueOf(await readOverview(event.locals.house, actor));
  const isOwn = overview.department !== null;
  return {
    title: isOwn ? m.views_overview_own() : m.views_overview(),
    overview,
    opensComplaints: isOwn || actor.roles.includes('leader') || actor.roles.includes('auditor'),
  };
};
