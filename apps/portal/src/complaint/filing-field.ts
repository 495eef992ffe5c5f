import type { BadFields, FilingChoices } from '@bihuan/api';
import { inputSentence, type Limits } from '../words/input-sentence.ts';
import { localName } from '../words/local-name.ts';
import { ANSWER_LIMITS, FILING_FIELDS, type FilingField, type Typed } from './filing-fields.ts';

/** A field as a page shows it: its name, what it is called, what stands in it, and what is wrong with it. */
export type ShownField = {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
};

/** Gives the fields of a page as they are shown. */
export function shownFields(typed: Typed, bad: BadFields, choices: FilingChoices) {
  return (name: FilingField | `answers.${string}`): ShownField => {
    const code = bad[name];
    const { limits, label } = describe(name, choices);
    const value = typed[name] ?? '';
    return { name, label, value, error: code && inputSentence(code, value, limits) };
  };
}

export type ShowField = ReturnType<typeof shownFields>;

/** Where on its page a field stands. */
export const fieldId = (name: string) => name.replaceAll('.', '-');

function describe(
  name: string,
  { questions }: FilingChoices,
): { readonly limits: Limits; readonly label: string } {
  if (isField(name)) {
    const { label, ...limits } = FILING_FIELDS[name];
    return { limits, label: label() };
  }
  const question = questions.find(({ code }) => `answers.${code}` === name);
  return { limits: ANSWER_LIMITS, label: question === undefined ? name : localName(question) };
}

function isField(name: string): name is FilingField {
  return Object.hasOwn(FILING_FIELDS, name);
}
