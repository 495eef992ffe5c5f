import type { BadFields, JoinableCase, RefusalCode } from '@bihuan/api';
import type { Refusal } from '@bihuan/api/domain';
import { getLocale } from '@bihuan/ui/runtime';
import type { AstroGlobal } from 'astro';
import { publicApi } from '../api.ts';
import { logFault } from '../http/log-request.ts';
import { readForm } from '../http/read-form.ts';
import { givePass } from '../http/sealed-pass.ts';
import { joinableCase } from './file-complaint.ts';
import { filedMatter, typedFiling } from './filed-matter.ts';
import type { Typed } from './filing-fields.ts';

/** What the page has to show on which somebody joins a running case, or that they have. */
export type Joining =
  | { readonly kind: 'filed' }
  | { readonly kind: 'too_large' }
  /** It may not be joined, or not any more. */
  | { readonly kind: 'gone' }
  | {
      readonly kind: 'form';
      readonly status: 200 | 422 | 429 | 503;
      readonly joins: JoinableCase;
      readonly typed: Typed;
      readonly bad: BadFields;
      readonly refusal: Refusal<RefusalCode> | null;
    };

/** Files what somebody met with of a running matter, so that it follows that case. Sent twice it is filed once. */
export async function joinCase(astro: AstroGlobal, token: string): Promise<Joining> {
  const { request, locals, cookies } = astro;
  const joins = await joinableCase(locals, token);
  if (request.method !== 'POST') {
    if (joins === null) return { kind: 'gone' };
    const typed = { once: crypto.randomUUID() };
    return { kind: 'form', status: 200, joins, typed, bad: {}, refusal: null };
  }
  const form = await readForm(request);
  if (!form.ok && form.reason === 'too_large') return { kind: 'too_large' };
  const fields = form.ok ? form.fields : {};
  const typed = typedFiling(fields);
  const again = joins && ({ kind: 'form', joins, typed, bad: {}, refusal: null } as const);
  try {
    const matter = filedMatter({ ...typed, title: fields['title'] ?? '' }, { places: [] }, getLocale());
    const title = joins?.title ?? matter.title;
    const filed = await publicApi(locals).fileFromPortal({ ...matter, title, joins: token });
    if (filed.ok) {
      const { complaintId, queryCode, isNew } = filed.value;
      givePass(cookies, 'receipt', { complaintId, code: queryCode, isNew });
      return { kind: 'filed' };
    }
    if (again === null) return { kind: 'gone' };
    if (filed.kind === 'bad_input') return { ...again, status: 422, bad: filed.fields };
    const status = filed.refusal.code === 'too_many_filings' ? 429 : 422;
    return { ...again, status, refusal: filed.refusal };
  } catch (error) {
    logFault(error, locals.requestId);
    return again === null ? { kind: 'gone' } : { ...again, status: 503 };
  }
}
