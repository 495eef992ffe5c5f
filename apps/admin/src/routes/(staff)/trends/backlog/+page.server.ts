import { readBacklog } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const about = event.url.searchParams.get('about') === 'complaint' ? 'complaint' : 'item';
  const actor = actorOf(event);
  return {
    title: m.views_backlog(),
    backlog: valueOf(await readBacklog(event.locals.house, actor, { about })),
  };
};
