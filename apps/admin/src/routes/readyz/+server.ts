import { theHouse } from '#lib/server/house.ts';
import type { RequestHandler } from './$types';

/** The database answers too. */
export const GET: RequestHandler = async () => {
  try {
    await theHouse().house.db.pool.query('SELECT 1');
    return new Response('ready\n', { headers: { 'content-type': 'text/plain' } });
  } catch {
    return new Response('database not reachable\n', {
      status: 503,
      headers: { 'content-type': 'text/plain' },
    });
  }
};
