import { readInbox, readRepresentedInboxes } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: m.admin_nav_inbox(),
  sections: valueOf(await readInbox(event.locals.house, actorOf(event))),
  represented: valueOf(await readRepresentedInboxes(event.locals.house, actorOf(event))),
});
