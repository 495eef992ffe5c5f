import { getLocale } from '@bihuan/ui/runtime';
import type { APIRoute } from 'astro';
import { env, house } from '../../../house.ts';
import { logFault } from '../../../http/log-request.ts';
import { answerOpen311 } from '../../../open311/answer.ts';
import { crossOriginHeaders } from '../../../open311/cross-origin.ts';
import { faultReply } from '../../../open311/fault-reply.ts';

/** Open311 GeoReport v2. */
export const ALL: APIRoute = async ({ request, params, locals }) => {
  const allowed = crossOriginHeaders(request, env.OPEN311_ORIGINS);
  if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: allowed });
  const jurisdiction = env.OPEN311_JURISDICTION ?? new URL(env.PORTAL_URL).hostname;
  const open = { house, portalUrl: env.PORTAL_URL, jurisdiction, locale: getLocale() };
  const path = params['path'] ?? '';
  const response = await answerOpen311(open, request, path, locals.address).catch((error: unknown) => {
    logFault(error, locals.requestId);
    return faultReply(request, path, locals.requestId);
  });
  for (const [name, value] of Object.entries(allowed)) response.headers.set(name, value);
  return response;
};
