import { listCallbacks } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: m.supervision_callbacks_title(),
  callbacks: valueOf(await listCallbacks(event.locals.house, actorOf(event))),
});
