import { actFor } from '@bihuan/api';
import { redirect } from '@sveltejs/kit';
import { dropActingFor, setActingFor } from '#lib/server/acting-for-cookie.ts';
import { inSite } from '#lib/server/in-site.ts';
import { actorOf } from '#lib/server/run-use-case.ts';
import type { RequestHandler } from './$types';

/** Begins to act in somebody's place, or ends it where nobody is named; then leads on. */
export const POST: RequestHandler = async (event) => {
  const form = await event.request.formData();
  const staffId = form.get('staffId');
  const represented = await actFor(
    event.locals.house,
    actorOf(event),
    typeof staffId === 'string' && staffId !== '' ? staffId : undefined,
  );
  if (represented === null) dropActingFor(event.cookies);
  else setActingFor(event.cookies, represented.staffId);
  redirect(303, inSite(form.get('next')));
};
