import type { Refused } from './refused.ts';

/** What was typed, by the names of the fields; secrets are never among it. */
export type TypedValues = Readonly<Record<string, string | readonly string[]>>;

/** What a form is sent back with: what was typed, what is wrong with it, and the rule that said no. */
export type FormAnswer = {
  /** Which form of the page: the name of its action. */
  readonly action: string;
  readonly values: TypedValues;
  /** By the name of each field that is wrong, the sentence that says how. */
  readonly fields: Readonly<Record<string, string>>;
  readonly refusal: Refused | null;
  readonly isSessionEnded?: boolean;
};

/** What a form with files is sent back with: also which of them were not taken. */
export type UploadAnswer = FormAnswer & { readonly refusedFiles?: readonly Refused[] };

/** The answer to one form of the page, if it is the one that was sent. */
export function answerTo(form: FormAnswer | null | undefined, action: string): FormAnswer | null {
  return form && (form.action === action || form.isSessionEnded) ? form : null;
}

/** One typed value; empty where nothing was typed. */
export function typedIn(answer: FormAnswer | null, name: string, otherwise = ''): string {
  const value = answer?.values[name];
  return typeof value === 'string' ? value : otherwise;
}
