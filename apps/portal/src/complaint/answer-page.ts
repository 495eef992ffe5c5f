import type { BadFields, Draft, DraftPage, FilingChoices } from '@bihuan/api';
import type { AstroGlobal } from 'astro';
import { publicApi } from '../api.ts';
import { logFault } from '../http/log-request.ts';
import { readForm } from '../http/read-form.ts';
import { givePass, readPass } from '../http/sealed-pass.ts';
import type { Typed } from './filing-fields.ts';
import { filingTasks, neededPages, pagePath } from './filing-pages.ts';
import { ownDraft } from './own-draft.ts';

/** What a page of the filing has to show, or where to go on. */
export type PageAnswer =
  | { readonly kind: 'go'; readonly to: string }
  | { readonly kind: 'too_large' }
  | {
      readonly kind: 'form';
      /** 409: the draft it belonged to is gone; 503: something broke. What was typed is shown all the same. */
      readonly status: 200 | 409 | 422 | 503;
      readonly typed: Typed;
      readonly bad: BadFields;
    };

export const START = '/complaints/new';
export const CHECK = '/complaints/new/check';
const ALIKE = '/complaints/new/alike';

/** Answers a request of one page: shows it as it was left, keeps what was typed, or says what is wrong with it. */
export async function answerPage(astro: AstroGlobal, page: DraftPage): Promise<PageAnswer> {
  if (astro.request.method === 'POST') return keepPage(astro, page);
  const draft = await ownDraft(astro);
  if (draft === null) return { kind: 'go', to: page === 'scope' ? START : `${START}?ended` };
  return { kind: 'form', status: 200, typed: draft.typed, bad: {} };
}

async function keepPage(astro: AstroGlobal, page: DraftPage): Promise<PageAnswer> {
  const { request, locals, cookies } = astro;
  const form = await readForm(request);
  if (!form.ok && form.reason === 'too_large') return { kind: 'too_large' };
  const fields = form.ok ? form.fields : {};
  if (page === 'scope' && isElsewhere(fields['scope']))
    return { kind: 'go', to: `/complaints/new/elsewhere?as=${fields['scope']}` };
  try {
    const draftId = readPass(cookies, 'draft')?.draftId ?? null;
    const saved = await publicApi(locals).saveDraftPage({ draftId, page, fields });
    if (saved.ok) {
      givePass(cookies, 'draft', { draftId: saved.value.id });
      const choices = await publicApi(locals).readFilingChoices();
      return { kind: 'go', to: nextPath(saved.value, page, choices, fields['from'] === 'check') };
    }
    if (saved.kind === 'refusal') return { kind: 'form', status: 409, typed: fields, bad: {} };
    const draft = await ownDraft(astro);
    return { kind: 'form', status: 422, typed: { ...draft?.typed, ...fields }, bad: saved.fields };
  } catch (error) {
    logFault(error, locals.requestId);
    return { kind: 'form', status: 503, typed: fields, bad: {} };
  }
}

/** Where to go on: the page after this one, or back to the answers where they were being checked and nothing is missing. */
export function nextPath(
  draft: Draft,
  page: DraftPage,
  choices: FilingChoices,
  isFromCheck: boolean,
): string {
  const missing = filingTasks(draft, choices).find(({ status }) => status === 'to_do');
  if (isFromCheck) return missing === undefined ? CHECK : pagePath(missing.page);
  const pages = neededPages(draft.typed, choices);
  const next = pages[pages.indexOf(page) + 1];
  if (next !== undefined) return pagePath(next);
  return missing === undefined ? ALIKE : START;
}

function isElsewhere(scope: string | undefined): boolean {
  return scope !== undefined && scope !== '' && scope !== 'stuck';
}
