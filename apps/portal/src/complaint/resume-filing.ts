import { m } from '@bihuan/ui/messages';
import type { AstroGlobal } from 'astro';
import { publicApi } from '../api.ts';
import { today } from '../house.ts';
import { readForm } from '../http/read-form.ts';
import { givePass } from '../http/sealed-pass.ts';
import { inputSentence } from '../words/input-sentence.ts';
import { refusalSentence } from '../words/refusal-sentence.ts';

export type Resuming =
  | { readonly kind: 'resumed' }
  | {
      readonly kind: 'form';
      readonly status: 200 | 422 | 429;
      readonly typed: string;
      readonly problem?: string;
    };

/** Opens a draft by its resume code, so that this browser carries it from now on. */
export async function resumeFiling({ request, cookies, locals }: AstroGlobal): Promise<Resuming> {
  if (request.method !== 'POST') return { kind: 'form', status: 200, typed: '' };
  const form = await readForm(request);
  const typed = (form.ok ? form.fields['resumeCode'] : undefined) ?? '';
  const resumed = await publicApi(locals).resumeDraft({ resumeCode: typed });
  if (resumed.ok) {
    givePass(cookies, 'draft', resumed.value);
    return { kind: 'resumed' };
  }
  if (resumed.kind === 'bad_input') {
    const code = resumed.fields['resumeCode'] ?? 'required';
    return { kind: 'form', status: 422, typed, problem: inputSentence(code, typed, {}) };
  }
  const { refusal } = resumed;
  if (refusal.code === 'not_found')
    return { kind: 'form', status: 422, typed, problem: m.filing_resume_unknown() };
  return { kind: 'form', status: 429, typed, problem: refusalSentence(refusal, today()) };
}
