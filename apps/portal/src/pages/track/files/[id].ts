import type { APIRoute } from 'astro';
import { publicApi } from '../../../api.ts';
import { serveFile } from '../../../files/serve-file.ts';
import { readPass } from '../../../http/sealed-pass.ts';

/** A file of the case that the visitor's pass opens. */
export const GET: APIRoute = async ({ params, locals, cookies }) => {
  const complaintId = readPass(cookies, 'case')?.complaintId ?? '';
  const file = await publicApi(locals, complaintId).readAttachment({ attachmentId: params['id'] });
  return file.ok ? serveFile(file.value) : new Response(null, { status: 404 });
};
