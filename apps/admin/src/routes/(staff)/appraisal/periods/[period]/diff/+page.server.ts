import { readRestatement } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { periodText } from '#lib/appraisal/period-text.ts';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { period } = event.params;
  const edition = event.url.searchParams.get('edition') ?? undefined;
  return {
    title: m.period_sheet_diff_title({ period: periodText(period) }),
    diff: valueOf(await readRestatement(event.locals.house, actorOf(event), { period, edition })),
  };
};
