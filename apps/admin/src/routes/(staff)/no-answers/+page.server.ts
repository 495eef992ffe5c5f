import { listNoAnswers } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const kind = event.url.searchParams.get('kind') ?? '';
  const asked = { kind, after: event.url.searchParams.get('after') };
  const page = valueOf(await listNoAnswers(event.locals.house, actorOf(event), asked));
  return { title: m.promise_no_title(), page, kind };
};
