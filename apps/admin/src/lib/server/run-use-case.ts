import type { BadFields, Failure, FileRefusal, House, RefusalCode, Result } from '@bihuan/api';
import type { StaffActor } from '@bihuan/api/domain';
import { error, fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import type { FormAnswer, TypedValues, UploadAnswer } from '../form-answer.ts';
import { setFlash } from './flash-cookie.ts';
import type { FlashCode } from './flash-sentence.ts';
import { formInput, typedValues } from './form-input.ts';
import { log } from './log.ts';
import { inputSentence } from './refusal-sentence.ts';
import { refused } from './refused.ts';

const MISUSE: ReadonlySet<RefusalCode> = new Set(['not_authorised', 'not_found', 'too_many_tries']);

export type UseCase<Value> = (house: House, actor: StaffActor, raw: unknown) => Promise<Result<Value>>;

export type Afterwards<Value> = {
  /** Where to go when it is done; relative to the site. */
  readonly then: string | ((value: Value) => string);
  /** What to say there. */
  readonly flash?: FlashCode;
  /** What the use case needs beside the form, such as the id in the address. It overrules the form. */
  readonly extra?: Readonly<Record<string, unknown>>;
};

/**
 * Sends the form of this request to a use case. Done: 303. Otherwise the same page again with what was typed: 422 with the
 * fields, or the refusal with its status.
 */
export async function submitForm<Value>(
  event: RequestEvent,
  useCase: UseCase<Value>,
  { then, flash, extra = {} }: Afterwards<Value>,
): Promise<ActionFailure<FormAnswer>> {
  const form = await event.request.formData();
  const result = await useCase(event.locals.house, actorOf(event), { ...formInput(form), ...extra });
  if (!result.ok) return sendBack(event, form, result);
  if (flash !== undefined) setFlash(event.cookies, flash);
  redirect(303, typeof then === 'function' ? then(result.value) : then);
}

/** The same page again with what was typed and what stood against it. */
export function sendBack(event: RequestEvent, form: FormData, failure: Failure): ActionFailure<FormAnswer> {
  const action = actionOf(event.url);
  logRefusal(event, action, failure);
  const values = typedValues(form);
  if (failure.kind === 'bad_input')
    return fail(422, { action, values, fields: sentencesOf(failure.fields), refusal: null });
  const { refusal } = failure;
  return fail(statusOf(refusal.code), { action, values, fields: {}, refusal: refused(refusal) });
}

/** The same page again where some of several files were not taken; null where all were. */
export function sendBackFiles(
  event: RequestEvent,
  values: TypedValues,
  files: readonly FileRefusal[],
): ActionFailure<UploadAnswer> | null {
  const refusedFiles = files.map(refused);
  const [refusal] = refusedFiles;
  if (refusal === undefined) return null;
  return fail(422, { action: actionOf(event.url), values, fields: {}, refusal, refusedFiles });
}

function sentencesOf(fields: BadFields): FormAnswer['fields'] {
  return Object.fromEntries(Object.entries(fields).map(([name, code]) => [name, inputSentence(code)]));
}

/** Who was refused what: kept for whoever looks into misuse. */
function logRefusal({ locals, route }: RequestEvent, action: string, failure: Failure): void {
  if (failure.kind === 'bad_input' || !MISUSE.has(failure.refusal.code)) return;
  log('info', 'refused', {
    requestId: locals.requestId,
    staffId: locals.staff?.actor.staffId ?? '',
    ...{ route: route.id ?? '', action, code: failure.refusal.code },
  });
}

/** The value of a read; 404 where it was refused, so that nobody learns what there is. */
export function valueOf<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  error(404);
}

/** Who is signed in. Only for routes under `(staff)`. */
export function actorOf({ locals }: Pick<RequestEvent, 'locals'>): StaffActor {
  return locals.staff?.actor ?? error(401);
}

/** `?/accept` is `accept`; a page's only form is `default`. */
function actionOf(url: URL): string {
  return [...url.searchParams.keys()].find((key) => key.startsWith('/'))?.slice(1) ?? 'default';
}

function statusOf(code: RefusalCode): number {
  if (code === 'not_found') return 404;
  if (code === 'too_many_tries') return 429;
  return code === 'wrong_credentials' || code === 'not_authorised' ? 403 : 409;
}
