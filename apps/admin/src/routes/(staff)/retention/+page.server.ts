import { liftHold, placeHold, readRetention } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

const then = '/retention';

export const load: PageServerLoad = async (event) => ({
  title: m.retention_title(),
  ...valueOf(await readRetention(event.locals.house, actorOf(event))),
});

export const actions: Actions = {
  hold: (event) => submitForm(event, placeHold, { then, flash: 'hold_placed' }),
  lift: (event) => submitForm(event, liftHold, { then, flash: 'hold_lifted' }),
};
