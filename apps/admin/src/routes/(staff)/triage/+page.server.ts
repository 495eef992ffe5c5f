import { listComplaints } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { house } = event.locals;
  const after = event.url.searchParams.get('after') ?? '';
  const status = event.url.searchParams.get('status') === 'accepted' ? 'accepted' : 'submitted';
  const asked = { status, order: 'due', after };
  return {
    title: m.triage_queue(),
    status,
    now: house.now(),
    list: valueOf(await listComplaints(house, actorOf(event), asked)),
  };
};
