import { z } from 'zod';
import { badInput, done, type InputCode, type Result } from './result.ts';

/**
 * Parses what came from outside. Schemas carry an `InputCode` as the message of each rule; the first one of a field is
 * reported under its path (`measures.0.text`).
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, raw: unknown): Result<z.output<Schema>> {
  const parsed = schema.safeParse(raw);
  const fields: Record<string, InputCode> = {};
  if (parsed.success) {
    const broken = brokenTextIn(parsed.data);
    return broken === null ? done(parsed.data) : badInput({ [broken]: 'control_characters' });
  }
  for (const issue of parsed.error.issues) {
    const path = issue.path.join('.');
    fields[path] ??= codeOf(issue);
  }
  return badInput(fields);
}

/** Path of a text that no database takes, because of a NUL or half a pair; null where there is none. */
function brokenTextIn(value: unknown, path: readonly string[] = []): string | null {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? path.join('.') : null;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return null;
  for (const [key, inner] of Object.entries(value)) {
    const broken = brokenTextIn(inner, [...path, key]);
    if (broken !== null) return broken;
  }
  return null;
}

/** Control characters of both sets, marks that turn the direction of text, and what is no character at all. */
const CONTROL =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/u;
/** Seen by nobody, so that two texts that look alike are alike. The joiner U+200D stays: emoji are made with it. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/gu;

/** One line or several of text typed by a person: trimmed, NFC, without control characters or marks that turn text around. Lengths in characters. */
export function typedText(least: number, most: number) {
  return z
    .string('required')
    .transform((text) => text.replace(/\r\n?/g, '\n').replace(INVISIBLE, '').normalize('NFC').trim())
    .refine((text) => least === 0 || text.length > 0, 'required' satisfies InputCode)
    .refine((text) => [...text].length >= least || text.length === 0, 'too_short' satisfies InputCode)
    .refine((text) => [...text].length <= most, 'too_long' satisfies InputCode)
    .refine((text) => !CONTROL.test(text), 'control_characters' satisfies InputCode);
}

/** Greatest number that a count or a version can have (an `integer` of PostgreSQL). */
export const MOST_COUNT = 2_147_483_647;

/**
 * A number from a form (its digits as text) or from JSON: a multiple of `step`, whole by default, within bounds. Anything that is
 * no number, `1e9` and `0x10` among it, is `not_a_number`.
 */
export function typedNumber(least: number, most: number, step: number | 'any' = 1) {
  const number = z
    .number('not_a_number' satisfies InputCode)
    .min(least, 'out_of_range' satisfies InputCode)
    .max(most, 'out_of_range' satisfies InputCode);
  if (step === 'any') return z.preprocess(digitsRead, number);
  if (step === 1) return z.preprocess(digitsRead, number.int('not_a_number' satisfies InputCode));
  return z.preprocess(digitsRead, number.multipleOf(step, 'out_of_range' satisfies InputCode));
}

function digitsRead(typed: unknown): unknown {
  return typeof typed === 'string' && /^\s*-?\d{1,15}(\.\d{1,15})?\s*$/.test(typed) ? Number(typed) : typed;
}

/** Which version of a record the sender saw; undefined where it does not say. */
export const seenVersion = z.preprocess(
  (version) => (version === '' ? undefined : version),
  typedNumber(0, MOST_COUNT).optional(),
);

/** One of the given words. */
export function choice<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, 'not_a_choice' satisfies InputCode);
}

const CODES: readonly string[] = [
  'required',
  'too_short',
  'too_long',
  'malformed',
  'not_a_choice',
  'not_a_date',
  'not_a_number',
  'out_of_range',
  'control_characters',
  'phone_malformed',
  'email_malformed',
  'credit_code_malformed',
  'contact_required',
  'contact_given',
  'unknown_department',
  'unknown_category',
  'unknown_staff',
  'already_taken',
  'password_too_short',
  'login_malformed',
  'password_common',
  'wrong_code',
  'address_not_public',
  'not_signed',
  'category_below_itself',
  'category_too_deep',
  'category_has_children',
  'masked_value',
] satisfies readonly InputCode[];

function codeOf(issue: z.core.$ZodIssue): InputCode {
  return CODES.includes(issue.message) ? (issue.message as InputCode) : 'malformed';
}
