import { exportConfiguration } from '@bihuan/api';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import type { RequestHandler } from './$types';

/** The configuration in force as a signed file. */
export const GET: RequestHandler = async (event) => {
  const { fileName, text } = valueOf(await exportConfiguration(event.locals.house, actorOf(event)));
  return new Response(text, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'no-store',
    },
  });
};
