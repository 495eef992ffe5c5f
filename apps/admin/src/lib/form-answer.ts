import type { BadFields, RefusalCode } from '@bihuan/api';
import type { Refusal } from '@bihuan/api/domain';

/** What was typed, by the names of the fields; secrets are never among it. */
export type TypedValues = Readonly<Record<string, string | readonly string[]>>;

/** What a form is sent back with: what was typed, what is wrong with it, and the rule that said no. */
export type FormAnswer = {
  /** Which form of the page: the name of its action. */
  readonly action: string;
  readonly values: TypedValues;
  readonly fields: BadFields;
  readonly refusal: Refusal<RefusalCode> | null;
  readonly isSessionEnded?: boolean;
};

/** The answer to one form of the page, if it is the one that was sent. */
export function answerTo(form: FormAnswer | null | undefined, action: string): FormAnswer | null {
  return form && (form.action === action || form.isSessionEnded) ? form : null;
}

/** One typed value; empty where nothing was typed. */
export function typedIn(answer: FormAnswer | null, name: string, otherwise = ''): string {
  const value = answer?.values[name];
  return typeof value === 'string' ? value : otherwise;
}
