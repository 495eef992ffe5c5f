import { readYear } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { redirect } from '@sveltejs/kit';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const year = event.url.searchParams.get('year') ?? undefined;
  const read = await readYear(event.locals.house, actorOf(event), { year });
  if (!read.ok && read.kind === 'bad_input') redirect(303, event.url.pathname);
  const roll = valueOf(read);
  return { title: m.score_year_title({ year: roll.year }), roll };
};
