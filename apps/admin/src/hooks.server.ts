import { randomUUID } from 'node:crypto';
import { readIndexKeys, readSession } from '@bihuan/api';
import { collectEarly } from '@bihuan/monitor/collect-early';
import { paraglideMiddleware } from '@bihuan/ui/server';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { sequence, type Handle, type HandleServerError, type ServerInit } from '@sveltejs/kit/hooks';
import { actingForOf } from '#lib/server/acting-for-cookie.ts';
import { asLook, asScheme } from '#lib/preferences.ts';
import { theHouse } from '#lib/server/house.ts';
import { isOwnOrigin } from '#lib/server/is-own-origin.ts';
import { isTooLarge } from '#lib/server/is-too-large.ts';
import { theMonitor } from '#lib/server/monitor.ts';
import { faultLine, log } from '#lib/server/log.ts';
import { askToSignIn } from '#lib/server/ask-to-sign-in.ts';
import { guardFiles } from '#lib/server/guard-files.ts';
import { NO_PAGE_POLICY, SECURITY_HEADERS } from '#lib/server/security-headers.ts';
import { sessionIdOf } from '#lib/server/session-cookie.ts';
import { isTurnedAway, stopInOrder } from '#lib/server/stop-in-order.ts';
import { tooLargePage } from '#lib/server/refusal-page.ts';
import { keepingTyped } from '#lib/server/unsent-page.ts';

export const init: ServerInit = () => {
  collectEarly();
  const { house, env } = theHouse();
  const monitor = theMonitor();
  guardFiles(env.ADMIN_URL.protocol === 'https:');
  stopInOrder(env.DRAIN_SECONDS, () => Promise.all([house.close(), monitor.close()]));
};

/** Every answer carries the request's id and the headers that keep it where it belongs. */
const answer: Handle = async ({ event, resolve }) => {
  event.locals.requestId = randomUUID();
  const began = performance.now();
  const response = await resolve(event);
  for (const [name, value] of SECURITY_HEADERS) response.headers.set(name, value);
  if (!response.headers.has('content-security-policy'))
    response.headers.set('content-security-policy', NO_PAGE_POLICY);
  if (response.headers.get('content-type') === 'text/html')
    response.headers.set('content-type', 'text/html; charset=utf-8');
  response.headers.set('x-request-id', event.locals.requestId);
  if (!event.url.pathname.startsWith('/_app/')) response.headers.set('cache-control', 'no-store');
  const seconds = (performance.now() - began) / 1000;
  theMonitor().countRequest(event.request.method, event.route.id ?? 'none', response.status, seconds);
  if (response.status === 401 || response.status === 403)
    log('info', 'refused', {
      requestId: event.locals.requestId,
      staffId: event.locals.staff?.actor.staffId ?? '',
      ...{ route: event.route.id ?? '', method: event.request.method, status: response.status },
    });
  // A connection that is kept would carry the next request into a server that is closing.
  if (isTurnedAway()) response.headers.set('connection', 'close');
  return response;
};

/** A form may only come from a page of this app. What the server asks of itself has no page. */
const refuseForeignForms: Handle = ({ event, resolve }) => {
  if (!event.isSubRequest && !isOwnOrigin(event.request, theHouse().env.ADMIN_URL))
    return new Response(null, { status: 403 });
  return resolve(event);
};

const refuseTooLarge: Handle = ({ event, resolve }) =>
  !event.isSubRequest && isTooLarge(event.request, event.url) ? tooLargePage(event) : resolve(event);

const speak: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, ({ locale }) => {
    const look = asLook(event.cookies.get('look'));
    const scheme = asScheme(event.cookies.get('scheme'));
    Object.assign(event.locals, { locale, look, scheme });
    const transformPageChunk = ({ html }: { html: string }) =>
      html.replace('%lang%', locale).replace('%look%', look).replace('%scheme%', scheme);
    return resolve(event, { transformPageChunk });
  });

/** What was typed outlives a fault, also where no script runs. */
const keepTyped: Handle = ({ event, resolve }) =>
  event.isSubRequest ? resolve(event) : keepingTyped(event, async () => resolve(event));

const recognise: Handle = async ({ event, resolve }) => {
  const { house } = theHouse();
  await readIndexKeys(house);
  const sessionId = sessionIdOf(event.cookies);
  const staff = await readSession(house, sessionId, actingForOf(event.cookies));
  Object.assign(event.locals, { house, sessionId, staff });
  if (staff === null && isForStaff(event)) return askToSignIn(event);
  if (staff?.hasGivenPassword && isForStaff(event) && !event.route.id?.startsWith('/(staff)/account'))
    redirect(303, '/account');
  return resolve(event);
};

export const handle: Handle = sequence(
  answer,
  refuseForeignForms,
  speak,
  refuseTooLarge,
  keepTyped,
  recognise,
);

export const handleError: HandleServerError = (caught) => {
  const { event } = caught;
  // A fault before the first handler has no id yet.
  const requestId = event.locals.requestId ?? randomUUID();
  const reference = requestId.slice(0, 8);
  if (caught.kind !== 'unknown') return { reference };
  log('error', 'fault', {
    requestId,
    route: event.route.id ?? '',
    method: event.request.method,
    ...faultLine(caught.error),
  });
  return { reference };
};

function isForStaff({ route }: RequestEvent): boolean {
  return (route.id?.startsWith('/(staff)') ?? false) || (route.id?.startsWith('/api/') ?? false);
}
