import { listMessages } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { locals, url } = event;
  const actor = actorOf(event);
  const [status, after] = [url.searchParams.get('status') ?? '', url.searchParams.get('after') ?? ''];
  const page = await listMessages(locals.house, actor, { status, after });
  // A filter that was tampered with lists everything.
  const shown = page.ok || page.kind === 'refusal' ? page : await listMessages(locals.house, actor, {});
  return { title: m.mail_outbox_title(), page: valueOf(shown), status };
};
