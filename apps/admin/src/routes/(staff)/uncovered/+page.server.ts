import { readCoverage } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: m.interface_coverage(),
  ...valueOf(await readCoverage(event.locals.house, actorOf(event))),
});
