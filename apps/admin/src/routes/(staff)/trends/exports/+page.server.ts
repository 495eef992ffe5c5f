import { askExport, cancelExport, DAYS_KEPT, MOST_IN_WORKBOOK, readExports, readTrends } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { exportWords } from '#lib/export/export-words.ts';
import { actorOf, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { house } = event.locals;
  const actor = actorOf(event);
  // Who may see no trend has nothing to take out either.
  const { stretches } = valueOf(await readTrends(house, actor, { unit: 'quarter' }));
  return {
    title: m.views_exports(),
    jobs: valueOf(await readExports(house, actor)),
    periods: stretches.map(({ key }) => key).toReversed(),
    seesSheets: !actor.roles.every((role) => role === 'triage_admin'),
    limits: { days: DAYS_KEPT, most: MOST_IN_WORKBOOK },
  };
};

export const actions: Actions = {
  ask: (event) => submitForm(event, askExport, { then: '/trends/exports', extra: { words: exportWords() } }),
  cancel: (event) => submitForm(event, cancelExport, { then: '/trends/exports' }),
};
