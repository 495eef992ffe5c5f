import type { APIRoute } from 'astro';
import { house } from '../house.ts';
import { logFault } from '../http/log-request.ts';

const PATIENCE_MS = 2000;

/** The database answers within two seconds. */
export const GET: APIRoute = async ({ locals }) => {
  const tooLate = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('the database does not answer in time')), PATIENCE_MS).unref();
  });
  const headers = { 'cache-control': 'no-store' };
  try {
    await Promise.race([house.db.pool.query('SELECT 1'), tooLate]);
    return new Response('ok', { headers });
  } catch (error) {
    logFault(error, locals.requestId);
    return new Response('database', { status: 503, headers });
  }
};
