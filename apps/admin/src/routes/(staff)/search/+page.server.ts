import { searchEverything } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf } from '#lib/server/run-use-case.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const text = event.url.searchParams.get('q')?.trim() ?? '';
  const after = event.url.searchParams.get('after') ?? '';
  const found = await searchEverything(event.locals.house, actorOf(event), { text, after });
  return {
    title: m.admin_search(),
    text,
    found: found.ok ? found.value : { complaints: [], items: [], next: null },
  };
};
