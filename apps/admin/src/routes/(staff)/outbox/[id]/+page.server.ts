import { openMessage } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: m.mail_outbox_title(),
  message: valueOf(await openMessage(event.locals.house, actorOf(event), { messageId: event.params.id })),
});
