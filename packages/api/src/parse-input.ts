import { z } from 'zod';
import { badInput, done, type InputCode, type Result } from './result.ts';

/**
 * Parses what came from outside. Schemas carry an `InputCode` as the message of each rule; the first one of a field is
 * reported under its path (`measures.0.text`).
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, raw: unknown): Result<z.output<Schema>> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return done(parsed.data);
  const fields: Record<string, InputCode> = {};
  for (const issue of parsed.error.issues) {
    const path = issue.path.join('.');
    fields[path] ??= codeOf(issue);
  }
  return badInput(fields);
}

const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069]/u;

/** One line or several of text typed by a person: trimmed, NFC, no control or bidi-override characters. Lengths in characters. */
export function typedText(least: number, most: number) {
  return z
    .string('required')
    .transform((text) => text.replace(/\r\n?/g, '\n').normalize('NFC').trim())
    .refine((text) => least === 0 || text.length > 0, 'required' satisfies InputCode)
    .refine((text) => [...text].length >= least || text.length === 0, 'too_short' satisfies InputCode)
    .refine((text) => [...text].length <= most, 'too_long' satisfies InputCode)
    .refine((text) => !CONTROL.test(text), 'control_characters' satisfies InputCode);
}

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
  'masked_value',
] satisfies readonly InputCode[];

function codeOf(issue: z.core.$ZodIssue): InputCode {
  return CODES.includes(issue.message) ? (issue.message as InputCode) : 'malformed';
}
