import {
  addressMark,
  endHalf,
  finishSignIn,
  isSetUp,
  readHalf,
  signIn,
  type OpenedSession,
  type Result,
  type SignIn,
} from '@bihuan/api';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { FormAnswer } from '#lib/form-answer.ts';
import { clientAddress } from '#lib/server/client-address.ts';
import { takeFlash } from '#lib/server/flash-cookie.ts';
import { formInput } from '#lib/server/form-input.ts';
import { inSite } from '#lib/server/in-site.ts';
import { keptForm } from '#lib/server/kept-form.ts';
import { log } from '#lib/server/log.ts';
import { sendBack } from '#lib/server/run-use-case.ts';
import { dropHalfCookie, halfIdOf, setHalfCookie, setSessionCookie } from '#lib/server/session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

/** `kept` is a form that waits to be sent again to `next`; `isResumed` once its person is signed in. */
type SignInAnswer = FormAnswer & {
  readonly kept: readonly string[];
  readonly isResumed: boolean;
  readonly next: string;
};

const UNANSWERED: FormAnswer = { action: '', values: {}, fields: {}, refusal: null };
const ANSWERED_HERE = ['/keep', '/signIn', '/finish'];

export const load: PageServerLoad = async ({ locals, url, cookies }) => {
  if (!(await isSetUp(locals.house))) redirect(303, '/setup');
  const next = inSite(url.searchParams.get('next'));
  if (locals.staff !== null && !ANSWERED_HERE.some((name) => url.searchParams.has(name))) redirect(303, next);
  const half = await readHalf(locals.house, halfIdOf(cookies));
  return {
    ...{ next, isSessionEnded: url.searchParams.has('ended'), flash: takeFlash(cookies) },
    half: half === null ? null : { step: half.step, enrolment: half.enrolment },
  };
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
    const { kept, next } = waitingIn(form);
    const result = await signIn(event.locals.house, formInput(form), fromOf(event));
    logSignIn(event, result);
    if (!result.ok) {
      const back = sendBack(event, form, result);
      return fail(back.status, { ...back.data, kept, isResumed: false, next } satisfies SignInAnswer);
    }
    if (result.value.step === null) return letIn(event, result.value, kept, next);
    setHalfCookie(event.cookies, result.value.halfId);
    return { ...UNANSWERED, kept, isResumed: false, next } satisfies SignInAnswer;
  },
  /** The second factor. */
  finish: async (event) => {
    const form = await event.request.formData();
    const { kept, next } = waitingIn(form);
    const halfId = halfIdOf(event.cookies);
    const half = await readHalf(event.locals.house, halfId);
    const result = await finishSignIn(event.locals.house, formInput(form), halfId, fromOf(event));
    logSignIn(event, result, half?.staffId);
    if (!result.ok) {
      const back = sendBack(event, form, result);
      return fail(back.status, { ...back.data, kept, isResumed: false, next } satisfies SignInAnswer);
    }
    dropHalfCookie(event.cookies);
    const isNew = half?.step === 'enrol' && kept.length === 0;
    return letIn(event, result.value, kept, isNew ? '/account/second-factor' : next);
  },
  startOver: async ({ locals, cookies }) => {
    const halfId = halfIdOf(cookies);
    if (halfId !== undefined) await endHalf(locals.house, halfId);
    dropHalfCookie(cookies);
    redirect(303, '/sign-in');
  },
};

/** Every try, let in or not; without what was typed. */
function logSignIn(event: RequestEvent, result: Result<OpenedSession | SignIn>, staffId = ''): void {
  const outcome = () => {
    if (!result.ok) return result.kind === 'bad_input' ? 'bad_input' : result.refusal.code;
    return 'sessionId' in result.value ? 'in' : 'second_factor';
  };
  log('info', 'sign_in', {
    requestId: event.locals.requestId,
    outcome: outcome(),
    staffId: result.ok && 'sessionId' in result.value ? result.value.staffId : staffId,
    from: addressMark(event.locals.house, clientAddress(event)),
  });
}

function letIn(
  { cookies }: RequestEvent,
  { sessionId }: OpenedSession,
  kept: readonly string[],
  next: string,
): SignInAnswer {
  setSessionCookie(cookies, sessionId);
  if (kept.length > 0) return { ...UNANSWERED, kept, isResumed: true, next };
  redirect(303, next);
}

function waitingIn(form: FormData): { readonly kept: readonly string[]; readonly next: string } {
  return { kept: form.getAll('kept').map(String), next: inSite(form.get('next')) };
}

function fromOf(event: RequestEvent) {
  const { request, locals } = event;
  return {
    address: clientAddress(event),
    userAgent: request.headers.get('user-agent') ?? '',
    earlierSessionId: locals.sessionId,
  };
}
