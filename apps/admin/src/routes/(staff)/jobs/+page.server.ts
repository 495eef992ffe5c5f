import { readJobHealth, retryFailedJob } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: m.conf_jobs(),
  health: valueOf(await readJobHealth(event.locals.house, actorOf(event))),
});

export const actions: Actions = {
  retry: (event) => submitForm(event, retryFailedJob, { then: '/jobs', flash: 'job_queued' }),
};
