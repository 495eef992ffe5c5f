import type { APIRoute } from 'astro';
import { publicApi } from '../../api.ts';
import { dropPass, readPass } from '../../http/sealed-pass.ts';

/** Throws the draft away. */
export const POST: APIRoute = async ({ cookies, locals, redirect }) => {
  const pass = readPass(cookies, 'draft');
  if (pass !== null) await publicApi(locals).forgetDraft(pass);
  dropPass(cookies, 'draft');
  return redirect('/complaints/new', 303);
};
