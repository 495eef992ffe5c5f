import type { BadFields, Draft, FilingChoices, JoinableCase, RefusalCode } from '@bihuan/api';
import type { Refusal } from '@bihuan/api/domain';
import { getLocale } from '@bihuan/ui/runtime';
import type { AstroGlobal } from 'astro';
import { publicApi } from '../api.ts';
import { logFault } from '../http/log-request.ts';
import { readForm } from '../http/read-form.ts';
import { dropPass, givePass, readPass } from '../http/sealed-pass.ts';
import { START } from './answer-page.ts';
import { filedMatter, typedFiling } from './filed-matter.ts';
import type { Typed } from './filing-fields.ts';
import { filingTasks } from './filing-pages.ts';
import { ownDraft } from './own-draft.ts';

/** What the page of answers has to show, or that the complaint is filed and its receipt handed over. */
export type Filing =
  | { readonly kind: 'filed' }
  | { readonly kind: 'too_large' }
  | { readonly kind: 'go'; readonly to: string }
  | {
      readonly kind: 'answers';
      readonly status: 200 | 422 | 429 | 503;
      readonly typed: Typed;
      readonly bad: BadFields;
      readonly refusal: Refusal<RefusalCode> | null;
      /** The running case it joins; null where it is filed by itself. */
      readonly joins: JoinableCase | null;
    };

/**
 * Answers a request of the page of answers: shows them for checking, files them, or says what is wrong. Where something
 * breaks (503) they are shown again with their once-only token, so that sending them again is safe.
 */
export async function fileComplaint(astro: AstroGlobal, choices: FilingChoices): Promise<Filing> {
  const { request, locals, cookies } = astro;
  if (request.method !== 'POST') {
    const joins = await joinableCase(locals, astro.url.searchParams.get('joins') ?? '');
    return showAnswers(await ownDraft(astro), choices, joins);
  }
  const form = await readForm(request);
  if (!form.ok && form.reason === 'too_large') return { kind: 'too_large' };
  const fields = form.ok ? form.fields : {};
  const typed = typedFiling(fields);
  const joins = await joinableCase(locals, fields['joins'] ?? '');
  const again = { kind: 'answers', typed, bad: {}, refusal: null, joins } as const;
  try {
    const { draftId } = readPass(cookies, 'draft') ?? {};
    const matter = {
      ...filedMatter(typed, choices, getLocale()),
      draftId,
      proof: fields['proof'],
      files: fields['files'],
      joins: fields['joins'],
    };
    const filed = await publicApi(locals).fileFromPortal(matter);
    if (!filed.ok)
      return filed.kind === 'refusal'
        ? { ...again, status: filed.refusal.code === 'too_many_filings' ? 429 : 422, refusal: filed.refusal }
        : { ...again, status: 422, bad: filed.fields };
    const { complaintId, queryCode, isNew } = filed.value;
    givePass(cookies, 'receipt', { complaintId, code: queryCode, isNew });
    dropPass(cookies, 'draft');
    return { kind: 'filed' };
  } catch (error) {
    logFault(error, locals.requestId);
    return { ...again, status: 503 };
  }
}

/** Nothing is shown for checking before everything that has to be answered is. */
function showAnswers(draft: Draft | null, choices: FilingChoices, joins: JoinableCase | null): Filing {
  if (draft === null) return { kind: 'go', to: `${START}?ended` };
  const isComplete = filingTasks(draft, choices).every(({ status }) => status !== 'to_do');
  if (!isComplete) return { kind: 'go', to: `${START}?missing` };
  const typed = { ...draft.typed, once: draft.once };
  return { kind: 'answers', status: 200, typed, bad: {}, refusal: null, joins };
}

/** The running case that a filing is about to join; null where it joins none, or may not. */
export async function joinableCase(locals: App.Locals, token: string): Promise<JoinableCase | null> {
  if (token === '') return null;
  try {
    const read = await publicApi(locals).readJoinableCase({ token });
    return read.ok ? read.value : null;
  } catch (error) {
    logFault(error, locals.requestId);
    return null;
  }
}

const NONE: FilingChoices = {
  ...{ departments: [], categories: [], questions: [], serviceItems: [], places: [] },
};

/** What there is to choose from; nothing where it cannot be read, for a filing is more than its choices. */
export async function filingChoices(locals: App.Locals): Promise<FilingChoices> {
  try {
    return await publicApi(locals).readFilingChoices();
  } catch (error) {
    logFault(error, locals.requestId);
    return NONE;
  }
}
