import type { NoticeChoice } from '@bihuan/api';
import type { AstroGlobal } from 'astro';
import { publicApi } from '../api.ts';
import { readForm } from '../http/read-form.ts';

/** What the page of a mail's link has to show: null where the link is none of ours. */
export type ChoicePage =
  | { readonly kind: 'shown'; readonly choice: NoticeChoice; readonly isDone: boolean }
  | { readonly kind: 'unknown' };

/** Answers a request of the page of a mail's link. Mail programs send the click themselves (RFC 8058). */
export async function serveChoice({ request, locals, params }: AstroGlobal): Promise<ChoicePage> {
  const api = publicApi(locals);
  const token = params['token'] ?? '';
  if (request.method !== 'POST') {
    const found = await api.readNoticeChoice({ token });
    return found.ok ? { kind: 'shown', choice: found.value, isDone: false } : { kind: 'unknown' };
  }
  const form = await readForm(request);
  const fields = form.ok ? form.fields : {};
  const isOptedOut = fields['List-Unsubscribe'] === 'One-Click' || fields['choice'] !== 'all';
  const chosen = await api.chooseNoticesByToken({ token, isOptedOut });
  return chosen.ok ? { kind: 'shown', choice: chosen.value, isDone: true } : { kind: 'unknown' };
}
