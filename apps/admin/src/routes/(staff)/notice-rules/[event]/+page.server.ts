import { readNoticeEvent, saveNoticeMatrix } from '@bihuan/api';
import { noticeEventTerm } from '#lib/message-terms.ts';
import { actorOf, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const asked = { event: event.params.event };
  const told = valueOf(await readNoticeEvent(event.locals.house, actorOf(event), asked));
  return { title: noticeEventTerm(told.event), told };
};

export const actions: Actions = {
  matrix: (event) =>
    submitForm(event, saveNoticeMatrix, {
      extra: { event: event.params.event },
      then: `/notice-rules/${event.params.event}`,
      flash: 'notices_drafted',
    }),
};
