import type { BadFields, FilingChoices, RefusalCode } from '@bihuan/api';
import type { Refusal } from '@bihuan/api/domain';
import { getLocale } from '@bihuan/ui/runtime';
import type { AstroGlobal } from 'astro';
import { publicApi } from '../api.ts';
import { logFault } from '../http/log-request.ts';
import { readForm } from '../http/read-form.ts';
import { givePass } from '../http/sealed-pass.ts';
import type { TypedFiling } from './filing-fields.ts';
import { blankFiling, filedMatter, typedFiling } from './filing-form.ts';

/** What the filing page has to show, or that the complaint is filed and its receipt handed over. */
export type Filing =
  | { readonly kind: 'filed' }
  | { readonly kind: 'too_large' }
  | {
      readonly kind: 'form';
      readonly status: 200 | 422 | 503;
      readonly typed: TypedFiling;
      readonly bad: BadFields;
      readonly refusal: Refusal<RefusalCode> | null;
    };

/**
 * Answers a request of the filing page: a blank form, the form with what is wrong, or a filed complaint. Where something
 * breaks (503) what was typed is kept, and its once-only token, so that sending it again is safe.
 */
export async function fileComplaint({ request, locals, cookies }: AstroGlobal): Promise<Filing> {
  if (request.method !== 'POST')
    return { kind: 'form', status: 200, typed: blankFiling(), bad: {}, refusal: null };
  const form = await readForm(request);
  if (!form.ok && form.reason === 'too_large') return { kind: 'too_large' };
  const typed = typedFiling(form.ok ? form.fields : {});
  const again = { kind: 'form', typed, bad: {}, refusal: null } as const;
  try {
    const filed = await publicApi(locals).submitComplaint(filedMatter(typed, getLocale()));
    if (!filed.ok)
      return filed.kind === 'refusal'
        ? { ...again, status: 422, refusal: filed.refusal }
        : { ...again, status: 422, bad: filed.fields };
    const { complaintId, queryCode, isNew } = filed.value;
    givePass(cookies, 'receipt', { complaintId, code: queryCode, isNew });
    return { kind: 'filed' };
  } catch (error) {
    logFault(error, locals.requestId);
    return { ...again, status: 503 };
  }
}

/** The departments to choose from; none where they cannot be read, for the form is more than its choices. */
export async function filingChoices(locals: App.Locals): Promise<FilingChoices> {
  try {
    return await publicApi(locals).readFilingChoices();
  } catch (error) {
    logFault(error, locals.requestId);
    return { departments: [] };
  }
}
