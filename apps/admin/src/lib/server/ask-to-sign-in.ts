import { redirect, type RequestEvent } from '@sveltejs/kit';

/** A `FormAnswer` of any form whose session has ended, as the framework's scripts read it. */
const SESSION_ENDED =
  '[{"action":1,"values":2,"fields":3,"refusal":4,"isSessionEnded":5},"",{},{},null,true]';

/**
 * What a request to a staff page is answered with where nobody is signed in. A page: the sign-in page, which leads back. A
 * form: the sign-in page with what was typed, so that it can be sent again. A script: 401, what was typed stays in its page.
 */
export async function askToSignIn(event: RequestEvent): Promise<Response> {
  const next = event.url.pathname + event.url.search;
  const hadSession = event.locals.sessionId !== undefined;
  const address = `/sign-in?next=${encodeURIComponent(next)}${hadSession ? '&ended' : ''}`;
  if (event.route.id?.startsWith('/api/')) return new Response(null, { status: 401 });
  if (event.isDataRequest) redirect(303, address);
  if (event.request.method !== 'POST')
    return new Response(null, { status: 303, headers: { location: address } });
  if (event.request.headers.has('x-sveltekit-action'))
    return Response.json({ type: 'failure', status: 401, data: SESSION_ENDED });
  const kept = await event.request.formData();
  return event.fetch(`${address.replace('?', '?/keep&')}`, {
    method: 'POST',
    body: kept,
    headers: { accept: 'text/html' },
  });
}
