import { isSetUp, signIn } from '@bihuan/api';
import { fail, redirect } from '@sveltejs/kit';
import type { FormAnswer } from '#lib/form-answer.ts';
import { takeFlash } from '#lib/server/flash-cookie.ts';
import { formInput } from '#lib/server/form-input.ts';
import { inSite } from '#lib/server/in-site.ts';
import { keptForm } from '#lib/server/kept-form.ts';
import { sendBack } from '#lib/server/run-use-case.ts';
import { setSessionCookie } from '#lib/server/session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

/** `kept` is a form that waits to be sent again to `next`; `isResumed` once its person is signed in. */
type SignInAnswer = FormAnswer & {
  readonly kept: readonly string[];
  readonly isResumed: boolean;
  readonly next: string;
};

const UNANSWERED: FormAnswer = { action: '', values: {}, fields: {}, refusal: null };

export const load: PageServerLoad = async ({ locals, url, cookies }) => {
  if (!(await isSetUp(locals.house))) redirect(303, '/setup');
  const next = inSite(url.searchParams.get('next'));
  if (locals.staff !== null && !url.searchParams.has('/keep') && !url.searchParams.has('/signIn'))
    redirect(303, next);
  return { next, isSessionEnded: url.searchParams.has('ended'), flash: takeFlash(cookies) };
};

export const actions: Actions = {
  /** A form that came after the session had ended: what was typed waits in the sign-in page. */
  keep: async ({ request, url }): Promise<SignInAnswer> => ({
    ...UNANSWERED,
    kept: keptForm(await request.formData()),
    isResumed: false,
    next: inSite(url.searchParams.get('next')),
  }),
  signIn: async (event) => {
    const form = await event.request.formData();
    const { locals, request, cookies, getClientAddress } = event;
    const kept = form.getAll('kept').map(String);
    const next = inSite(form.get('next'));
    const from = {
      address: getClientAddress(),
      userAgent: request.headers.get('user-agent') ?? '',
      earlierSessionId: locals.sessionId,
    };
    const result = await signIn(locals.house, formInput(form), from);
    if (!result.ok) {
      const back = sendBack(event, form, result);
      return fail(back.status, { ...back.data, kept, isResumed: false, next } satisfies SignInAnswer);
    }
    setSessionCookie(cookies, result.value.sessionId);
    if (kept.length > 0) return { ...UNANSWERED, kept, isResumed: true, next } satisfies SignInAnswer;
    redirect(303, next);
  },
};
