import { listExports } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const after = event.url.searchParams.get('after') ?? '';
  const log = valueOf(await listExports(event.locals.house, actorOf(event), { after }));
  return { title: m.list_exports_title(), log };
};
