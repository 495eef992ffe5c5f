import { simulateLastPlace } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { redirect } from '@sveltejs/kit';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const period = event.url.searchParams.get('period') ?? undefined;
  const trial = await simulateLastPlace(event.locals.house, actorOf(event), { period });
  if (!trial.ok && trial.kind === 'bad_input') redirect(303, event.url.pathname);
  return { title: m.score_last_title(), trial: valueOf(trial) };
};
