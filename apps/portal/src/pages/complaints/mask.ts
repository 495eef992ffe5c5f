import type { APIRoute } from 'astro';
import { publicApi } from '../../api.ts';
import { readPass } from '../../http/sealed-pass.ts';

/** Strikes out private data in what others will read, and shows it again. */
export const POST: APIRoute = async ({ cookies, locals, redirect }) => {
  const pass = readPass(cookies, 'draft');
  const masked = pass === null ? null : await publicApi(locals).maskDraft(pass);
  return redirect(masked?.ok ? '/complaints/new/preview' : '/complaints/new?ended', 303);
};
