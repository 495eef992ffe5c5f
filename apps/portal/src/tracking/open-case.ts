import { m } from '@bihuan/ui/messages';
import type { AstroGlobal } from 'astro';
import { publicApi } from '../api.ts';
import { readForm } from '../http/read-form.ts';
import { givePass } from '../http/sealed-pass.ts';
import { inputSentence } from '../words/input-sentence.ts';

/** What the tracking page has to show, or that the case is open. */
export type Opening =
  | { readonly kind: 'opened' }
  | { readonly kind: 'too_large' }
  | {
      readonly kind: 'form';
      readonly status: 200 | 422 | 429;
      readonly number: string;
      readonly numberError?: string | undefined;
      readonly codeError?: string | undefined;
      readonly problem?: string;
      readonly waitSeconds?: number;
    };

/** Answers a request of the tracking page. The number typed is kept, the code never. */
export async function openCase({ request, locals, cookies, url }: AstroGlobal): Promise<Opening> {
  if (request.method !== 'POST')
    return { kind: 'form', status: 200, number: url.searchParams.get('number')?.slice(0, 40) ?? '' };
  const form = await readForm(request);
  if (!form.ok && form.reason === 'too_large') return { kind: 'too_large' };
  const { number = '', code = '' } = form.ok ? form.fields : {};
  const opened = await publicApi(locals).openTracking({ number, code });
  if (opened.ok) {
    givePass(cookies, 'case', opened.value);
    return { kind: 'opened' };
  }
  if (opened.kind === 'bad_input') {
    const { number: badNumber, code: badCode } = opened.fields;
    const numberError = badNumber && inputSentence(badNumber, number);
    return {
      kind: 'form',
      status: 422,
      number,
      numberError,
      codeError: badCode && inputSentence(badCode, code),
    };
  }
  if (opened.refusal.code !== 'too_many_tries')
    return { kind: 'form', status: 422, number, problem: m.portal_track_wrong() };
  const minutes = Number(opened.refusal.data?.['minutes'] ?? 1);
  return {
    kind: 'form',
    status: 429,
    number,
    problem: m.portal_track_wait({ minutes }),
    waitSeconds: minutes * 60,
  };
}
