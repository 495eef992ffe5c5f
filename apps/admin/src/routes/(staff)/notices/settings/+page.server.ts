import { MUTABLE_NOTICES, readStaffChoice, saveStaffChoice } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: m.notice_settings_title(),
  choice: valueOf(await readStaffChoice(event.locals.house, actorOf(event))),
  mutable: MUTABLE_NOTICES,
});

export const actions: Actions = {
  default: (event) =>
    submitForm(event, saveStaffChoice, { then: '/notices/settings', flash: 'notice_settings_saved' }),
};
