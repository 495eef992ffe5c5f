import type { APIRoute } from 'astro';
import { publicApi } from '../../../api.ts';
import { serveFile } from '../../../files/serve-file.ts';
import { readPass } from '../../../http/sealed-pass.ts';

/** A file of the draft that this browser carries. */
export const GET: APIRoute = async ({ params, locals, cookies }) => {
  const pass = readPass(cookies, 'draft');
  const file = await publicApi(locals).readDraftFile({ draftId: pass?.draftId, fileId: params['id'] });
  return file.ok ? serveFile(file.value) : new Response(null, { status: 404 });
};

/** Takes it out of the draft again. */
export const POST: APIRoute = async ({ params, locals, cookies, redirect, url }) => {
  const pass = readPass(cookies, 'draft');
  const fileId = params['id'];
  const removed = await publicApi(locals).removeDraftFile({ draftId: pass?.draftId, fileId });
  const from = url.searchParams.get('from') === 'check' ? '?from=check' : '';
  return redirect(removed.ok ? `/complaints/new/files${from}` : '/complaints/new?ended', 303);
};
