import { AsyncLocalStorage } from 'node:async_hooks';
import { readIndexKeys } from '@bihuan/api';
import { extractLocaleFromRequest, overwriteServerAsyncLocalStorage } from '@bihuan/ui/runtime';
import { defineMiddleware, sequence } from 'astro:middleware';
import { acceptedLocale } from './http/accepted-locale.ts';
import { clientAddress } from './http/client-address.ts';
import { compressed } from './http/compressed.ts';
import { logFault } from './http/log-request.ts';
import { isTooLarge } from './http/is-too-large.ts';
import { noticeRequest } from './http/notice-request.ts';
import { readLook } from './http/preference-cookies.ts';
import { REQUEST_ID } from './http/request-id.ts';
import { isSameOrigin } from './http/same-origin.ts';
import { env, house } from './house.ts';
import { monitor } from './monitor.ts';

/** What mail programs and providers send, without a page: what is in the address or a signature lets them in, no cookie. */
const isOpenToAll = ({ pathname }: URL) => /^\/(notices|hooks)\/[^/]+$/.test(pathname);

type LocaleStore = Parameters<typeof overwriteServerAsyncLocalStorage>[0];

const locales = new AsyncLocalStorage();
overwriteServerAsyncLocalStorage(locales as LocaleStore);

const counted = defineMiddleware(async ({ request, routePattern }, next) => {
  const began = performance.now();
  const response = await next();
  const seconds = (performance.now() - began) / 1000;
  monitor.countRequest(request.method, routePattern, response.status, seconds);
  return response;
});

const answered = defineMiddleware(async (context, next) => {
  const { request, locals, cookies, url } = context;
  locals.requestId = request.headers.get(REQUEST_ID) ?? '';
  locals.address = clientAddress(request, context.clientAddress, env.TRUST_PROXY === '1');
  locals.look = readLook(cookies);
  // Clients of the interface prove themselves by key in every request and carry no cookie that a page could misuse.
  const isInterface = url.pathname.startsWith('/open311/') || url.pathname === '/indicator-results';
  const locale = isInterface ? acceptedLocale(request) : extractLocaleFromRequest(request);
  return locales.run({ locale, origin: url.origin, messageCalls: new Set() }, async () => {
    if (!isInterface && !isOpenToAll(url) && !isSameOrigin(request, env.PORTAL_URL))
      return context.rewrite(noticeRequest('/403', request));
    if (isTooLarge(request)) return context.rewrite(noticeRequest('/413', request));
    // Without them the page that needs them says so; those that need no database are shown.
    await readIndexKeys(house).catch(() => undefined);
    try {
      return await compressed(request, await next());
    } catch (error) {
      logFault(error, locals.requestId);
      return context.rewrite(noticeRequest('/500', request));
    }
  });
});

export const onRequest = sequence(counted, answered);
