import { readBacklogRows } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import { dayText } from '#lib/dates.ts';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const asked = Object.fromEntries(event.url.searchParams);
  const found = valueOf(await readBacklogRows(event.locals.house, actorOf(event), asked));
  const [day, count] = [dayText(found.day), String(found.rows.length)];
  return { title: m.views_backlog_rows({ day, count }), found, about: asked['about'] ?? 'item' };
};
