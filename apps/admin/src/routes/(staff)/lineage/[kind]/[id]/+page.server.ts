import { MOST_CASES, readLineage } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: m.views_lineage(),
  lineage: valueOf(await readLineage(event.locals.house, actorOf(event), event.params)),
  most: MOST_CASES,
});
