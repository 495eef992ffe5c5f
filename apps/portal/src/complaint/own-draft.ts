import type { Draft } from '@bihuan/api';
import type { AstroGlobal } from 'astro';
import { publicApi } from '../api.ts';
import { readPass } from '../http/sealed-pass.ts';

/** The draft that this browser carries; null where it carries none, or one that is gone. */
export async function ownDraft({
  cookies,
  locals,
}: Pick<AstroGlobal, 'cookies' | 'locals'>): Promise<Draft | null> {
  const pass = readPass(cookies, 'draft');
  if (pass === null) return null;
  const read = await publicApi(locals).readDraft(pass);
  return read.ok ? read.value : null;
}
