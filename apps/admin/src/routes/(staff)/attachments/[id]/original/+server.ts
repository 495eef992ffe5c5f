import { openOriginal } from '@bihuan/api';
import { formInput } from '#lib/server/form-input.ts';
import { actorOf, valueOf } from '#lib/server/run-use-case.ts';
import { serveFile } from '#lib/server/serve-file.ts';
import type { RequestHandler } from './$types';

/** A form with the reason; every look is recorded, so that no address can be opened twice. */
export const POST: RequestHandler = async (event) => {
  const form = formInput(await event.request.formData());
  const asked = { ...form, attachmentId: event.params.id };
  return serveFile(valueOf(await openOriginal(event.locals.house, actorOf(event), asked)));
};
