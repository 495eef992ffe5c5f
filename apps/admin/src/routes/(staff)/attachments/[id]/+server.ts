import { readAttachment } from '@bihuan/api';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import { serveFile } from '#lib/server/serve-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) =>
  serveFile(
    valueOf(await readAttachment(event.locals.house, actorOf(event), { attachmentId: event.params.id })),
  );
