import type { BadFields, RefusalCode } from '@bihuan/api';
import type { Refusal } from '@bihuan/api/domain';
import { getLocale } from '@bihuan/ui/runtime';
import type { AstroGlobal } from 'astro';
import { publicApi } from '../api.ts';
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
      readonly typed: TypedFiling;
      readonly bad: BadFields;
      readonly refusal: Refusal<RefusalCode> | null;
    };

/** Answers a request of the filing page: a blank form, the form with what is wrong, or a filed complaint. */
export async function fileComplaint({ request, locals, cookies }: AstroGlobal): Promise<Filing> {
  if (request.method !== 'POST') return { kind: 'form', typed: blankFiling(), bad: {}, refusal: null };
  const form = await readForm(request);
  if (!form.ok && form.reason === 'too_large') return { kind: 'too_large' };
  const typed = typedFiling(form.ok ? form.fields : {});
  const filed = await publicApi(locals).submitComplaint(filedMatter(typed, getLocale()));
  if (!filed.ok)
    return filed.kind === 'refusal'
      ? { kind: 'form', typed, bad: {}, refusal: filed.refusal }
      : { kind: 'form', typed, bad: filed.fields, refusal: null };
  const { complaintId, queryCode, isNew } = filed.value;
  givePass(cookies, 'receipt', { complaintId, code: queryCode, isNew });
  return { kind: 'filed' };
}
