import { readBurden } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { redirect } from '@sveltejs/kit';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { searchParams, pathname } = event.url;
  const asked = { kind: searchParams.get('kind') ?? '', until: searchParams.get('until') ?? '' };
  const burden = await readBurden(event.locals.house, actorOf(event), asked);
  if (!burden.ok && burden.kind === 'bad_input') redirect(303, pathname);
  return { title: m.burden_title(), burden: valueOf(burden) };
};
