import { isReady } from '#lib/server/monitor.ts';
import type { RequestHandler } from './$types';

const headers = { 'content-type': 'text/plain' };

/** The database answers too, and the process is not about to stop. */
export const GET: RequestHandler = async () => {
  try {
    if (await isReady()) return new Response('ready\n', { headers });
    return new Response('stopping\n', { status: 503, headers });
  } catch {
    return new Response('database not reachable\n', { status: 503, headers });
  }
};
