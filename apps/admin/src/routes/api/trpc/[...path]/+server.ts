import { staffRouter } from '@bihuan/api';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { faultLine, log } from '#lib/server/log.ts';
import { actorOf } from '#lib/server/run-use-case.ts';
import type { RequestHandler } from './$types';

const answer: RequestHandler = (event) =>
  fetchRequestHandler({
    endpoint: '/api/trpc',
    router: staffRouter,
    req: event.request,
    createContext: () => ({ house: event.locals.house, actor: actorOf(event) }),
    onError: ({ error, path = '' }) => {
      if (error.code === 'INTERNAL_SERVER_ERROR')
        log('error', 'fault', { requestId: event.locals.requestId, route: path, ...faultLine(error.cause) });
    },
  });

export const GET = answer;
export const POST = answer;
