import type { OwnCase } from '@bihuan/api';
import { m } from '@bihuan/ui/messages';
import type { AstroGlobal } from 'astro';
import { publicApi } from '../api.ts';
import { readForm } from '../http/read-form.ts';
import { givePass } from '../http/sealed-pass.ts';
import { inputSentence } from '../words/input-sentence.ts';
import { START } from './answer-page.ts';
import { ownDraft } from './own-draft.ts';

/** What the page has to show that asks for an earlier case of one's own, or where to go instead. */
export type OwnCasePage =
  | { readonly kind: 'go'; readonly to: string }
  | { readonly kind: 'found'; readonly found: OwnCase; readonly text: string; readonly version: number }
  | {
      readonly kind: 'form';
      readonly status: 200 | 422 | 429;
      readonly number: string;
      readonly numberError?: string | undefined;
      readonly codeError?: string | undefined;
      readonly problem?: string;
    };

/** Opens the case with its number and code and says whether the draft is the same matter. The code is never kept. */
export async function serveOwnCase(astro: AstroGlobal): Promise<OwnCasePage> {
  const { request, locals, cookies } = astro;
  const draft = await ownDraft(astro);
  if (draft === null) return { kind: 'go', to: `${START}?ended` };
  if (request.method !== 'POST') return { kind: 'form', status: 200, number: '' };
  const form = await readForm(request);
  const { number = '', code = '' } = form.ok ? form.fields : {};
  const recognised = await publicApi(locals).recogniseOwnCase({ draftId: draft.id, number, code });
  if (recognised.ok) {
    const { complaintId } = recognised.value;
    givePass(cookies, 'case', { complaintId });
    const tracked = await publicApi(locals, complaintId).trackComplaint({ complaintId });
    const version = tracked.ok ? tracked.value.version : 0;
    return { kind: 'found', found: recognised.value, text: draft.typed['body'] ?? '', version };
  }
  if (recognised.kind === 'bad_input') {
    const { number: badNumber, code: badCode } = recognised.fields;
    return {
      ...{ kind: 'form', status: 422, number },
      numberError: badNumber && inputSentence(badNumber, number),
      codeError: badCode && inputSentence(badCode, code),
    };
  }
  const { refusal } = recognised;
  if (refusal.code !== 'too_many_tries')
    return { kind: 'form', status: 422, number, problem: m.portal_track_wrong() };
  const minutes = Number(refusal.data?.['minutes'] ?? 1);
  return { kind: 'form', status: 429, number, problem: m.portal_track_wait({ minutes }) };
}
