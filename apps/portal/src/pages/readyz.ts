import type { APIRoute } from 'astro';
import { logFault } from '../http/log-request.ts';
import { isReady } from '../monitor.ts';

const PATIENCE_MS = 2000;

/** The database answers within two seconds, and the process is not about to stop. */
export const GET: APIRoute = async ({ locals }) => {
  const tooLate = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('the database does not answer in time')), PATIENCE_MS).unref();
  });
  const headers = { 'cache-control': 'no-store' };
  try {
    return (await Promise.race([isReady(), tooLate]))
      ? new Response('ok', { headers })
      : new Response('stopping', { status: 503, headers });
  } catch (error) {
    logFault(error, locals.requestId);
    return new Response('database', { status: 503, headers });
  }
};
