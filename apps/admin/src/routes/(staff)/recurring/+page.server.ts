import { readRecurrences, recurrenceLimits } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: m.interface_recurring(),
  lines: valueOf(await readRecurrences(event.locals.house, actorOf(event))),
  limits: await recurrenceLimits(event.locals.house),
});
