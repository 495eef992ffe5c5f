import { openMessage, resendMessage } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, submitForm, valueOf } from '#lib/server/run-use-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: m.mail_outbox_title(),
  message: valueOf(await openMessage(event.locals.house, actorOf(event), { messageId: event.params.id })),
});

export const actions: Actions = {
  resend: (event) =>
    submitForm(event, resendMessage, {
      extra: { messageId: event.params.id },
      then: `/outbox/${event.params.id}`,
      flash: 'message_requeued',
    }),
};
